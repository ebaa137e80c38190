package org.jfpmonitor.extract.layout.reading;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.layout.HeaderPattern;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.plan.yaml.WordList;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** The columns of a layout file, and whoever names one of them. */
final class Columns {

	/**
	 * The word that stands for a blank field or heading, because YAML cannot show one.
	 */
	private static final String EMPTY = "empty";

	private final Map<String, Column> all = new LinkedHashMap<>();

	/** What is written of each, also where it has a fault. */
	private final List<String> ids;

	Columns(YamlNode layout) {
		this.ids = layout.keysBelow("columns");
		Map<String, String> headers = new HashMap<>();
		layout.find("columns").ifPresent((block) -> block.members().forEach((each) -> {
			Column column = each.isBlock() ? column(each) : named(each.key(), block.texts(each.key()));
			checkOneHeader(block, each, column, headers);
			this.all.put(each.key(), column);
		}));
		notWith(layout);
	}

	Map<String, Column> all() {
		return this.all;
	}

	private static Column named(String id, List<String> names) {
		return new Column(id, folded(names), names.isEmpty() ? id : names.get(0), List.of(), 0, List.of(), Map.of(),
				Column.WhenAbsent.OTHER_FILE, null, false, false, false);
	}

	private static Column column(YamlNode block) {
		List<String> names = block.texts("is");
		List<String> under = block.texts("under");
		List<HeaderPattern> patterns = block.texts("like").stream().map(HeaderPattern::of).toList();
		Integer occurrence = block.optional("occurrence", YamlNode::wholeNumber);
		Column.WhenAbsent whenAbsent = block.optional("when-absent", (word) -> word.word(Column.WhenAbsent.class));
		return new Column(block.key(), folded(names), shown(block.key(), names, under, patterns), folded(under),
				Objects.requireNonNullElse(occurrence, 0), patterns, markers(block),
				Objects.requireNonNullElse(whenAbsent, Column.WhenAbsent.OTHER_FILE),
				block.find("since").map((month) -> YearMonth.parse(month.text())).orElse(null),
				block.isTrue("decimals"), block.isTrue("of-names"), block.isTrue("safe"));
	}

	private static String shown(String id, List<String> names, List<String> under, List<HeaderPattern> patterns) {
		if (names.isEmpty()) {
			return patterns.isEmpty() ? id : patterns.get(0).example();
		}
		String first = names.get(0).equals(EMPTY) ? "a blank heading" : names.get(0);
		return under.isEmpty() ? first : first + "\" under \"" + under.get(0);
	}

	private static List<String> folded(List<String> names) {
		return names.stream().map((name) -> name.equals(EMPTY) ? "" : NormalisedText.header(name)).toList();
	}

	private static Map<String, Column.Marker> markers(YamlNode block) {
		Map<String, Column.Marker> markers = new HashMap<>();
		for (Column.Marker marker : Column.Marker.values()) {
			for (YamlNode text : block.all(marker.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
				Column.Marker other = markers.putIfAbsent(value(text.text()), marker);
				if (other != null) {
					block.fault(text, "expected each text to mean one thing, found \"" + text.text()
							+ "\" twice. Delete one of the two.");
				}
			}
		}
		return markers;
	}

	/** Two ids for one header of the file would count it twice. */
	private void checkOneHeader(YamlNode columns, YamlNode written, Column column, Map<String, String> headers) {
		List<String> places = column.under().isEmpty() ? List.of("") : column.under();
		Stream<String> names = Stream.concat(column.names().stream(),
				written.isBlock() ? written.texts("like").stream().map(NormalisedText::header) : Stream.of());
		for (String name : names.toList()) {
			for (String place : places) {
				String other = headers.putIfAbsent(name + "\n" + place + "\n" + column.occurrence(), column.id());
				if (other != null && !other.equals(column.id())) {
					columns.fault(written,
							"expected " + written.key() + ": a header of one column only, found \"" + name
									+ "\" again (first for " + other + "). Use the column " + other
									+ ", or tell the two apart with \"under:\" or \"occurrence:\".");
				}
			}
		}
	}

	/** A column that such files must have and never have lets no file through. */
	private void notWith(YamlNode layout) {
		for (YamlNode name : layout.all("not-with")) {
			String folded = NormalisedText.header(name.text());
			this.all.values()
				.stream()
				.filter((column) -> column.names().contains(folded))
				.findFirst()
				.ifPresent((column) -> layout.fault(name,
						"expected not-with: columns that such files never have, found \"" + name.text()
								+ "\", a name of column " + column.id() + ". Delete it in one of the two places."));
		}
	}

	/** The text that a word in the file stands for, as it is compared. */
	private static String value(String written) {
		return written.equals(EMPTY) ? "" : NormalisedText.value(written);
	}

	/**
	 * The id of a column that must be named; of use only when no fault was taken down.
	 */
	String required(YamlNode block, String key) {
		return block.required(key, (id) -> known(block, id), "");
	}

	/** The id of a column that may be named; null when it is not. */
	@Nullable String optional(YamlNode block, String key) {
		return block.optional(key, (id) -> known(block, id));
	}

	/** The ids of one or several columns. */
	List<String> several(YamlNode block, String key) {
		return block.all(key).stream().map((id) -> known(block, id, key)).toList();
	}

	private String known(YamlNode block, YamlNode id) {
		return known(block, id, id.key());
	}

	private String known(YamlNode block, YamlNode id, String key) {
		if (!this.ids.contains(id.text())) {
			block.fault(id, "expected " + key + ": a column of this layout, found \"" + id.text() + "\". "
					+ WordList.instead(id.text(), this.ids));
		}
		return id.text();
	}

	/** The column of the id, if it has no fault. */
	Optional<Column> find(String id) {
		return Optional.ofNullable(this.all.get(id));
	}

	/** The tests behind a key; none when it is not there. */
	Conditions conditions(YamlNode block, String key) {
		return block.find(key).map(this::conditions).orElse(Conditions.NONE);
	}

	/** The tests of the block, one a column. */
	Conditions conditions(YamlNode block) {
		List<Conditions.Test> tests = new ArrayList<>();
		for (YamlNode written : block.members()) {
			String id = written.key();
			if (!this.ids.contains(id)) {
				block.fault(id,
						"expected a column of this layout, found \"" + id + "\". " + WordList.instead(id, this.ids));
			}
			else if (written.isBlock() && !written.has("not")) {
				tests.add(range(id, written));
			}
			else {
				tests.add(new Conditions.Word(id, words(written.isBlock() ? written.texts("not") : block.texts(id)),
						!written.isBlock()));
			}
		}
		return new Conditions(tests);
	}

	private static Conditions.Range range(String id, YamlNode block) {
		BigDecimal atLeast = block.optional("at-least", YamlNode::number);
		BigDecimal below = block.optional("below", YamlNode::number);
		if (atLeast != null && below != null && atLeast.compareTo(below) >= 0) {
			block.fault("below", "expected below: more than at-least, " + atLeast + ", found " + below
					+ ". Correct one of the two; no number meets both.");
		}
		return new Conditions.Range(id, atLeast, below);
	}

	private static Set<String> words(List<String> written) {
		return new LinkedHashSet<>(written.stream().map(Columns::value).toList());
	}

}

package org.jfpmonitor.extract.layout;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jspecify.annotations.Nullable;

/** The columns of a layout file, as written, and whoever names one of them. */
final class WrittenColumns {

	/** The word that stands for a blank field, because YAML cannot show one. */
	static final String EMPTY = "empty";

	static final List<String> KEYS = List.of("is", "under", "occurrence", "like", "missing", "suppressed",
			"not-applicable", "zero", "when-absent", "safe");

	private final Block file;

	WrittenColumns(Block file) {
		this.file = file;
	}

	/** The ids of all columns. */
	List<String> known() {
		return this.file.keysBelow("columns");
	}

	Map<String, Column> read() {
		Map<String, Column> columns = new LinkedHashMap<>();
		if (!this.file.has("columns")) {
			this.file.fault("expected columns: with one line a column, found nothing. Add for example \"columns:\" and "
					+ "below it \"period: Period\".");
		}
		this.file.block("columns", "columns", known())
			.ifPresent((block) -> known().forEach((id) -> columns.put(id, column(block, id))));
		return columns;
	}

	private Column column(Block all, String id) {
		if (LayoutForms.ID.read(id).isEmpty()) {
			all.fault(id, "expected a column id of " + LayoutForms.ID.expected() + ", found \"" + id
					+ "\". Write the name that the file uses after the colon.");
		}
		if (all.keysBelow(id).isEmpty()) {
			List<String> written = names(all, id);
			return new Column(id, folded(written), written.isEmpty() ? id : written.get(0), List.of(), 0, List.of(),
					Map.of(), Column.WhenAbsent.OTHER_FILE, false);
		}
		Block block = all.block(id, "column " + id, KEYS).orElseThrow();
		List<HeaderPattern> patterns = block.entries("like", LayoutForms.PATTERN)
			.stream()
			.map(Block.Entry::value)
			.toList();
		List<String> names = block.has("is") ? names(block, "is") : List.of();
		if (names.isEmpty() && patterns.isEmpty()) {
			block.fault("expected is: with the names that files use, or like: with a list of patterns, found neither. "
					+ "Add a line such as \"is: Total WL\".");
		}
		List<String> under = block.has("under") ? names(block, "under") : List.of();
		Integer occurrence = block.optional("occurrence", Form.wholeNumber(1));
		return new Column(id, folded(names), shown(id, names, under, patterns), folded(under),
				WrittenLayout.orElse(occurrence, 0), patterns, markers(block),
				WrittenLayout.orElse(block.optional("when-absent", LayoutForms.WHEN_ABSENT),
						Column.WhenAbsent.OTHER_FILE),
				WrittenLayout.orElse(block.optional("safe", Form.flag()), false));
	}

	private static String shown(String id, List<String> names, List<String> under, List<HeaderPattern> patterns) {
		if (names.isEmpty()) {
			return patterns.isEmpty() ? id : patterns.get(0).example();
		}
		return under.isEmpty() ? names.get(0) : names.get(0) + "\" under \"" + under.get(0);
	}

	private static List<String> folded(List<String> names) {
		return names.stream().map(NormalisedText::header).toList();
	}

	private static List<String> names(Block block, String key) {
		if (block.written(key).isPresent()) {
			return List.of(block.written(key).get());
		}
		List<String> names = block.entries(key, Form.text()).stream().map(Block.Entry::value).toList();
		if (names.isEmpty()) {
			block.fault(key, "expected the name of the column, found nothing. Write the name that files use for it.");
		}
		return names;
	}

	private static Map<String, Column.Marker> markers(Block block) {
		Map<String, Column.Marker> markers = new HashMap<>();
		for (Column.Marker marker : Column.Marker.values()) {
			for (Block.Entry<String> entry : block.entries(LayoutForms.word(marker), Form.text())) {
				Column.Marker other = markers.putIfAbsent(folded(entry.value()), marker);
				if (other != null && other != marker) {
					block.fault(entry.line(), "expected each text to mean one thing, found \"" + entry.value()
							+ "\" twice. Delete one of the two.");
				}
			}
		}
		return markers;
	}

	/** The folded text that a word in the file stands for. */
	static String folded(String written) {
		return written.equals(EMPTY) ? "" : NormalisedText.value(written);
	}

	/** The id of a column that must be named; null with a fault otherwise. */
	@Nullable String required(Block block, String key) {
		return known(block, key, block.required(key, LayoutForms.ID));
	}

	/** The id of a column that may be named; null when it is not, or with a fault. */
	@Nullable String optional(Block block, String key) {
		return known(block, key, block.optional(key, LayoutForms.ID));
	}

	/** The ids of one or several columns. */
	List<String> several(Block block, String key) {
		if (block.written(key).isPresent()) {
			String one = optional(block, key);
			return (one != null) ? List.of(one) : List.of();
		}
		return block.entries(key, LayoutForms.ID)
			.stream()
			.map(Block.Entry::value)
			.filter((id) -> known(block, key, id) != null)
			.toList();
	}

	private @Nullable String known(Block block, String key, @Nullable String id) {
		if (id == null || known().contains(id)) {
			return id;
		}
		block.fault(key, WrittenLayout.unknown(key + ": a column of this layout", id, known()));
		return null;
	}

}

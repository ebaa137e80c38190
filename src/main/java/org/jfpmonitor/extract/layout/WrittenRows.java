package org.jfpmonitor.extract.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.plan.yaml.Block;
import org.jfpmonitor.plan.yaml.Form;
import org.jspecify.annotations.Nullable;

/** Which rows count, which period they belong to and how new they are, as written. */
final class WrittenRows {

	static final List<String> PERIOD_KEYS = List.of("column", "year", "month", "financial-year", "quarter",
			"quarter-ending", "first", "last", "starting", "preamble", "file-name", "headers", "as", "or-as-above");

	static final List<String> VINTAGE_KEYS = List.of("preamble", "file-name", "column", "words", "status", "otherwise");

	static final List<String> TEST_KEYS = List.of("not", "at-least", "below");

	private final Block file;

	private final WrittenColumns columns;

	WrittenRows(Block file, WrittenColumns columns) {
		this.file = file;
		this.columns = columns;
	}

	/** The tests behind a key; none when it is not there. */
	Conditions conditions(Block block, String key) {
		List<String> ids = block.keysBelow(key);
		return block.block(key, key, ids).map((below) -> conditions(below, ids)).orElse(Conditions.NONE);
	}

	private Conditions conditions(Block block, List<String> ids) {
		List<Conditions.Test> tests = new ArrayList<>();
		for (String id : ids) {
			if (!this.columns.known().contains(id)) {
				block.fault(id, WrittenLayout.unknown("a column of this layout", id, this.columns.known()));
			}
			else if (block.keysBelow(id).isEmpty()) {
				tests.add(new Conditions.Word(id, words(block, id), true));
			}
			else {
				block.block(id, id, TEST_KEYS).ifPresent((test) -> tests.add(test(id, test)));
			}
		}
		return new Conditions(tests);
	}

	private static Conditions.Test test(String id, Block block) {
		if (block.has("not")) {
			return new Conditions.Word(id, words(block, "not"), false);
		}
		BigDecimal atLeast = block.optional("at-least", Form.number());
		BigDecimal below = block.optional("below", Form.number());
		if (!block.has("at-least") && !block.has("below")) {
			block
				.fault("expected not:, at-least: or below:, found none of them. Write the text itself after the colon, "
						+ "or one of these.");
		}
		return new Conditions.Range(id, atLeast, below);
	}

	private static Set<String> words(Block block, String key) {
		Optional<String> one = block.written(key);
		Set<String> words = new LinkedHashSet<>();
		one.ifPresent((word) -> words.add(WrittenColumns.folded(word)));
		if (one.isEmpty()) {
			block.entries(key, Form.text()).forEach((each) -> words.add(WrittenColumns.folded(each.value())));
		}
		if (words.isEmpty()) {
			block.fault(key, "expected a text or a list of texts, found nothing. Write \"" + WrittenColumns.EMPTY
					+ "\" for a blank field.");
		}
		return words;
	}

	/** Rows to leave out: each entry of the list is one way to be left out. */
	List<Conditions> leaveOut() {
		List<Conditions> all = new ArrayList<>();
		List<String> known = this.columns.known().isEmpty() ? List.of("column") : this.columns.known();
		for (Block block : this.file.blocks("leave-out", "leave-out", "", known)) {
			List<String> ids = known.stream().filter(block::has).toList();
			all.add(conditions(block, ids));
		}
		return all;
	}

	/** The rules for the period, in order; one block or a list of them. */
	List<PeriodRule> periods() {
		List<PeriodRule> rules = new ArrayList<>();
		oneOrMore(this.file, "period", PERIOD_KEYS).forEach((block) -> period(block).ifPresent(rules::add));
		return rules;
	}

	private Optional<PeriodRule> period(Block block) {
		Cadence as = block.optional("as", LayoutForms.CADENCE);
		Map<List<String>, PeriodRule.Form> ways = new LinkedHashMap<>();
		ways.put(List.of("column"), PeriodRule.Form.NAMED);
		ways.put(List.of("year", "month"), PeriodRule.Form.YEAR_AND_MONTH);
		ways.put(List.of("financial-year", "quarter"), PeriodRule.Form.QUARTER);
		ways.put(List.of("financial-year", "quarter-ending"), PeriodRule.Form.QUARTER_ENDING);
		ways.put(List.of("financial-year"), PeriodRule.Form.FINANCIAL_YEAR);
		ways.put(List.of("first", "last"), PeriodRule.Form.FIRST_AND_LAST);
		ways.put(List.of("starting"), PeriodRule.Form.STARTING);
		for (Map.Entry<List<String>, PeriodRule.Form> way : ways.entrySet()) {
			if (way.getKey().stream().allMatch(block::has)) {
				List<String> ids = new ArrayList<>();
				way.getKey().forEach((key) -> addIfKnown(ids, this.columns.required(block, key)));
				return Optional.of(new PeriodRule(way.getValue(), ids, "", as,
						WrittenLayout.orElse(block.optional("or-as-above", Form.flag()), false)));
			}
		}
		return elsewhere(block, as);
	}

	private static void addIfKnown(List<String> ids, @Nullable String id) {
		if (id != null) {
			ids.add(id);
		}
	}

	private static Optional<PeriodRule> elsewhere(Block block, @Nullable Cadence as) {
		if (block.has("preamble")) {
			String label = WrittenLayout.orElse(block.required("preamble", Form.text()), "");
			String beside = label.equals("anywhere") ? "" : label;
			return Optional.of(new PeriodRule(PeriodRule.Form.PREAMBLE, List.of(), beside, as, false));
		}
		if (block.has("file-name") && Boolean.TRUE.equals(block.required("file-name", Form.flag()))) {
			return Optional.of(new PeriodRule(PeriodRule.Form.FILE_NAME, List.of(), "", as, false));
		}
		if (block.has("headers") && Boolean.TRUE.equals(block.required("headers", Form.flag()))) {
			return Optional.of(new PeriodRule(PeriodRule.Form.HEADERS, List.of(), "", as, false));
		}
		block.fault(
				"expected how the period is found, found none of column, year with month, financial-year, first with "
						+ "last, preamble, file-name or headers. Write for example \"period: {column: period}\".");
		return Optional.empty();
	}

	/** How new a file is. */
	VintageRule vintage() {
		return this.file.block("vintage", "vintage", VINTAGE_KEYS)
			.map(this::vintage)
			.orElse(new VintageRule(List.of(), false, null, Map.of(), null, VintageRule.Otherwise.ARRIVAL));
	}

	private VintageRule vintage(Block block) {
		List<String> preamble = block.entries("preamble", Form.text())
			.stream()
			.map((each) -> NormalisedText.header(each.value()))
			.toList();
		boolean dated = "date".equals(block.optional("file-name", Form.words(Map.of("date", "date"))));
		Map<String, Integer> words = new HashMap<>();
		List<String> written = block.keysBelow("words");
		block.block("words", "words", written)
			.ifPresent((below) -> written.forEach((word) -> words.put(NormalisedText.value(word),
					WrittenLayout.orElse(below.required(word, Form.wholeNumber(1)), 1))));
		return new VintageRule(preamble, dated, this.columns.optional(block, "column"), words,
				this.columns.optional(block, "status"), WrittenLayout
					.orElse(block.optional("otherwise", LayoutForms.OTHERWISE), VintageRule.Otherwise.ARRIVAL));
	}

	/** The one block behind a key, or each of a list of them. */
	static List<Block> oneOrMore(Block block, String key, List<String> known) {
		return block.keysBelow(key).isEmpty() ? block.blocks(key, key, "", known)
				: block.block(key, key, known).stream().toList();
	}

}

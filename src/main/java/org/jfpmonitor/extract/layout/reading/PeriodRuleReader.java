package org.jfpmonitor.extract.layout.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.extract.layout.PeriodRule;
import org.jfpmonitor.plan.yaml.YamlNode;

/** Reads the ways in which a layout says what period a figure is about. */
final class PeriodRuleReader {

	/** The ways to find a period that name columns, the more exact first. */
	private static final Map<List<String>, PeriodRule.Form> IN_COLUMNS = new LinkedHashMap<>();

	static {
		IN_COLUMNS.put(List.of("column"), PeriodRule.Form.NAMED);
		IN_COLUMNS.put(List.of("year", "month"), PeriodRule.Form.YEAR_AND_MONTH);
		IN_COLUMNS.put(List.of("financial-year", "quarter"), PeriodRule.Form.QUARTER);
		IN_COLUMNS.put(List.of("financial-year", "quarter-ending"), PeriodRule.Form.QUARTER_ENDING);
		IN_COLUMNS.put(List.of("financial-year"), PeriodRule.Form.FINANCIAL_YEAR);
		IN_COLUMNS.put(List.of("first", "last"), PeriodRule.Form.FIRST_AND_LAST);
		IN_COLUMNS.put(List.of("starting"), PeriodRule.Form.STARTING);
	}

	/** What has no columns of figures that could be told apart. */
	private static final Set<String> NOT_OF_COLUMNS = Set.of("named-figures", "progress", "nothing");

	private final Columns columns;

	PeriodRuleReader(Columns columns) {
		this.columns = columns;
	}

	/** The ways in the order in which they are tried. */
	List<PeriodRule> read(YamlNode file) {
		boolean named = "named-figures".equals(file.text("reads"));
		List<YamlNode> blocks = file.all("period").stream().filter(YamlNode::isBlock).toList();
		return blocks.stream().map((block) -> {
			if (block.has("above") && NOT_OF_COLUMNS.contains(file.text("reads"))) {
				block.fault("above", "expected above: only with \"reads: figures\", found it with \"reads: "
						+ file.text("reads") + "\". Delete it, or write another way to find the period.");
			}
			if (block.has("above") && blocks.size() > 1) {
				block.fault("above", "expected above: as the only way to find the period, found " + (blocks.size() - 1)
						+ " beside it. Delete one or the others.");
			}
			for (String key : List.of("starting", "headers")) {
				if (block.has(key) && !named) {
					block.fault(key,
							"expected " + key + ": only with \"reads: named-figures\", found it without. Delete"
									+ " it, or write another way to find the period.");
				}
			}
			return period(block);
		}).toList();
	}

	private PeriodRule period(YamlNode block) {
		Cadence as = block.optional("as", (word) -> word.word(Cadence.class));
		Optional<List<String>> keys = IN_COLUMNS.keySet()
			.stream()
			.filter((way) -> way.stream().allMatch(block::has))
			.findFirst();
		if (keys.isPresent()) {
			List<String> ids = keys.get().stream().map((key) -> this.columns.required(block, key)).toList();
			return new PeriodRule(Objects.requireNonNull(IN_COLUMNS.get(keys.get())), ids, "", as,
					block.isTrue("or-as-above"));
		}
		PeriodRule.Form form = block.has("preamble") ? PeriodRule.Form.PREAMBLE : block.has("headers")
				? PeriodRule.Form.HEADERS : block.has("above") ? PeriodRule.Form.ABOVE : PeriodRule.Form.FILE_NAME;
		String label = block.text("preamble");
		return new PeriodRule(form, List.of(), label.equals("anywhere") ? "" : label, as, false);
	}

}

package org.jfpmonitor.extract.figures;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.RowTests;

/**
 * Words that a layout chooses lines by and that no line of a file has. A label that is
 * spelt otherwise than before would else leave a figure without a number, or make a count
 * zero, and nobody would know why.
 */
final class UnheardOf {

	private final ColumnFinder finder;

	private final RowTests tests;

	private final List<FigurePlan> figures;

	private final List<LevelPlan> levels;

	private final Warnings warnings;

	UnheardOf(ColumnFinder finder, RowTests tests, List<FigurePlan> figures, List<LevelPlan> levels,
			Warnings warnings) {
		this.finder = finder;
		this.tests = tests;
		this.figures = figures;
		this.levels = levels;
		this.warnings = warnings;
	}

	/**
	 * After the last row: names the words of those figures that some line goes into,
	 * because of the others another file may speak. A term that is zero without lines
	 * asks for nothing.
	 */
	void warn() {
		Map<Conditions.Word, Set<String>> measures = new LinkedHashMap<>();
		for (FigurePlan figure : this.figures) {
			if (this.levels.stream().anyMatch((level) -> level.hasLines(figure))) {
				figure.parts()
					.stream()
					.filter((part) -> !part.orZero())
					.flatMap((part) -> this.tests.unheardOf(part.tested(), this.finder).stream())
					.forEach((word) -> measures.computeIfAbsent(word, (key) -> new LinkedHashSet<>())
						.add(figure.measure().id().value()));
			}
		}
		measures.forEach((word, of) -> this.warnings.add(inWords(word, of)));
	}

	private String inWords(Conditions.Word word, Set<String> measures) {
		String words = word.words()
			.stream()
			.sorted()
			.map((each) -> each.isEmpty() ? "nothing" : "\"" + each + "\"")
			.collect(Collectors.joining(" or "));
		return "Column \"" + this.finder.header().name(this.finder.position(word.column())) + "\": expected " + words
				+ " on some line for figures of " + String.join(", ", measures)
				+ ", found it on none. If the file spells it otherwise, add that to the layout.";
	}

}

package org.jfpmonitor.extract.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.extract.period.WrittenPeriod;
import org.jfpmonitor.extract.result.SumOfLines;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.observation.Coverage;

/**
 * The levels that add lines of many organisations together, and which organisations have
 * lines that go into them, registered or not.
 */
final class SumsOverOrganisations {

	/** More than any layout can ask for. */
	private static final int MOST_COUNTED = 10_000;

	private final FileColumns columns;

	private final List<CompiledFigure> figures;

	private final List<CompiledLevel> levels;

	private final Map<Coverage, Set<String>> codes = new HashMap<>();

	SumsOverOrganisations(FileColumns columns, List<CompiledFigure> figures, List<CompiledLevel> levels) {
		this.columns = columns;
		this.figures = figures;
		this.levels = levels.stream().filter(CompiledLevel::isSum).toList();
	}

	/** Whoever has a line counts, used or rejected. */
	void count(Row row, MatchedTerms matched, WrittenPeriod period) {
		if (this.levels.isEmpty() || period.fault() != null) {
			return;
		}
		for (CompiledLevel level : this.levels) {
			if (level.matches(row)) {
				for (CompiledFigure figure : this.figures) {
					if (level.has(figure.number()) && matched.has(figure.number())) {
						count(new Coverage(figure.measure().id(), level.level().scope(), period.get()),
								row.text(level.summedPosition()));
					}
				}
			}
		}
	}

	private void count(Coverage sum, String code) {
		Set<String> counted = this.codes.computeIfAbsent(sum, (key) -> new HashSet<>());
		if (!code.isBlank() && counted.size() < MOST_COUNTED) {
			counted.add(NormalisedText.value(code));
		}
	}

	/**
	 * Those of the figures that are such sums, each with what the file shows of its being
	 * whole.
	 * @param totalAgrees whether the file states the sum of all its lines, and rightly
	 */
	List<SumOfLines> among(Collection<Coverage> coverages, boolean totalAgrees) {
		List<SumOfLines> found = new ArrayList<>();
		for (CompiledLevel level : this.levels) {
			Level.SumOver sumOver = Objects.requireNonNull(level.level().sumOver());
			String scope = this.columns.layout()
				.levels()
				.stream()
				.filter((each) -> each.sumOver() == null && sumOver.column().equals(each.column()))
				.map(Level::scope)
				.findFirst()
				.orElse(null);
			for (Coverage each : coverages) {
				if (each.scope().equals(level.level().scope())) {
					found.add(new SumOfLines(each, scope, this.columns.name(sumOver.column()),
							this.codes.getOrDefault(each, Set.of()).size(), sumOver.atLeast(), totalAgrees));
				}
			}
		}
		return found;
	}

}

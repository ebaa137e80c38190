package org.jfpmonitor.extract.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.extract.period.WrittenPeriod;
import org.jfpmonitor.extract.result.SumOfLines;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Observation;

/**
 * The levels that add lines of many organisations together, and which organisations have
 * lines that go into them, registered or not.
 */
final class SumsOverOrganisations {

	/** More than any layout can ask for. */
	private static final int MOST_COUNTED = 10_000;

	/**
	 * Who picks the lines of single commissioners names few of them; a provider's
	 * patients come from more, and a whole file has all.
	 */
	private static final int NEVER_PICKED = 20;

	private final FileColumns columns;

	private final List<Level> written;

	private final List<CompiledFigure> figures;

	private final List<CompiledLevel> levels;

	/** As they are written, by what the lines have in common. */
	private final Map<SummedLines, Set<String>> codes = new HashMap<>();

	/** The same of those whose sums they go into, where a column names them. */
	private final Map<SummedLines, Set<String>> owners = new HashMap<>();

	SumsOverOrganisations(FileColumns columns, List<Level> written, List<CompiledFigure> figures,
			List<CompiledLevel> levels) {
		this.columns = columns;
		this.written = written;
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
				SummedLines lines = new SummedLines(level, matched, period.get());
				add(this.codes, lines, row.text(level.summedPosition()));
				if (level.level().whose() == Level.Whose.COLUMN) {
					add(this.owners, lines, level.code(row));
				}
			}
		}
	}

	private static void add(Map<SummedLines, Set<String>> all, SummedLines lines, String code) {
		Set<String> counted = all.computeIfAbsent(lines, (key) -> new HashSet<>());
		if (counted.size() < MOST_COUNTED) {
			counted.add(code);
		}
	}

	/**
	 * Figures of the organisations whose lines go into sums, as providers' into those of
	 * commissioners, where the file has lines of so few of the latter that these seem to
	 * be picked: then such a figure is a part. Each with why it is not given.
	 */
	Map<Coverage, String> partsOfPicked() {
		Map<Coverage, Set<String>> summed = spelt(this.codes);
		Map<Coverage, Set<String>> owning = spelt(this.owners);
		Map<Coverage, String> parts = new HashMap<>();
		for (CompiledLevel level : this.levels) {
			Level.SumOver sumOver = Objects.requireNonNull(level.level().sumOver());
			String own = level.level().column();
			owning.forEach((sum, owners) -> {
				int many = summed.getOrDefault(sum, Set.of()).size();
				boolean picked = owners.size() < 2 || owners.size() < Math.min(many, NEVER_PICKED);
				if (own != null && !sumOver.belongsToOne() && sum.scope().equals(level.level().scope())
						&& many < sumOver.atLeast() && picked) {
					String why = "lines of each in column \"" + this.columns.name(own) + "\", found "
							+ ((owners.size() == 1) ? "those of one" : "those of " + owners.size()) + " for "
							+ ((many == 1) ? "one" : many) + " in column \"" + this.columns.name(sumOver.column())
							+ "\"";
					this.written.stream()
						.filter((each) -> each.sumOver() == null && sumOver.column().equals(each.column()))
						.forEach((each) -> parts.put(new Coverage(sum.measure(), each.scope(), sum.period()), why));
				}
			});
		}
		return parts;
	}

	/**
	 * Those of the figures that are such sums, each with what the file shows of its being
	 * whole.
	 * @param totalAgrees whether the file states the sum of all its lines, and rightly
	 */
	List<SumOfLines> among(Collection<Coverage> coverages, boolean totalAgrees) {
		Map<Coverage, Set<String>> counted = spelt(this.codes);
		List<SumOfLines> found = new ArrayList<>();
		for (CompiledLevel level : this.levels) {
			Level.SumOver sumOver = Objects.requireNonNull(level.level().sumOver());
			String scope = this.written.stream()
				.filter((each) -> each.sumOver() == null && sumOver.column().equals(each.column()))
				.map(Level::scope)
				.findFirst()
				.orElse(null);
			for (Coverage each : coverages) {
				if (each.scope().equals(level.level().scope())) {
					found.add(new SumOfLines(each, scope, this.columns.name(sumOver.column()),
							counted.getOrDefault(each, Set.of()).size(), sumOver.atLeast(), totalAgrees));
				}
			}
		}
		return found;
	}

	/**
	 * Those of the figures that lines state as such sums.
	 * @param lines the numbers of these lines
	 */
	List<SumOfLines> stated(Collection<Observation> observations, Set<Long> lines) {
		Optional<Level> single = this.written.stream()
			.filter((each) -> each.sumOver() == null && each.column() != null)
			.findFirst();
		return single
			.map((level) -> observations.stream()
				.filter((each) -> lines.contains(each.place().line()) && !each.scope().equals(level.scope()))
				.map((each) -> SumOfLines.stated(each.coverage(), level.scope(),
						this.columns.name(Objects.requireNonNull(level.column()))))
				.distinct()
				.toList())
			.orElse(List.of());
	}

	/** By the sum they go into; codes that differ in their spelling alone are one. */
	private Map<Coverage, Set<String>> spelt(Map<SummedLines, Set<String>> byLines) {
		Map<Coverage, Set<String>> counted = new HashMap<>();
		byLines.forEach((lines, codes) -> {
			Set<String> spelt = codes.stream()
				.filter((code) -> !code.isBlank())
				.map(NormalisedText::value)
				.collect(Collectors.toSet());
			for (CompiledFigure figure : this.figures) {
				if (lines.level().has(figure.number()) && lines.matched().has(figure.number())) {
					Coverage sum = new Coverage(figure.measure().id(), lines.level().level().scope(), lines.period());
					counted.computeIfAbsent(sum, (key) -> new HashSet<>()).addAll(spelt);
				}
			}
		});
		return counted;
	}

	/** What lines have in common that count towards the same sums. */
	private record SummedLines(CompiledLevel level, MatchedTerms matched, Period period) {

	}

}

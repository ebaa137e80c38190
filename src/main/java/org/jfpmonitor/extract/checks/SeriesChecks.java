package org.jfpmonitor.extract.checks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.figures.FigureResults;
import org.jfpmonitor.extract.figures.LevelPlan;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * The checks that look at figures beside those of the period before, and at who is not
 * there.
 */
public final class SeriesChecks {

	private final Layout layout;

	private final Organisations register;

	private final ReadingContext context;

	private final Warnings warnings;

	private final Map<Cell, Figure> current = new HashMap<>();

	private final Map<Map.Entry<MeasureId, OrganisationCode>, Series> histories = new HashMap<>();

	public SeriesChecks(Layout layout, Organisations register, ReadingContext context, Warnings warnings) {
		this.layout = layout;
		this.register = register;
		this.context = context;
		this.warnings = warnings;
	}

	public void check(List<Observation> observations, List<LevelPlan> levels) {
		observations.forEach((each) -> this.current.put(each.cell(), each.figure()));
		levels.forEach((level) -> nameMissing(observations, level.level()));
		for (FileCheck check : this.layout.checks()) {
			if (check instanceof FileCheck.CopiedPeriod copied) {
				copied(observations, copied);
			}
			else if (check instanceof FileCheck.Jump jump) {
				latestOf(jump.measure(), observations).forEach((each) -> jump(each, jump));
			}
		}
	}

	/** An organisation without a line is named, and is not zero. */
	private void nameMissing(List<Observation> observations, Level level) {
		Map<MeasureId, Period> latest = new TreeMap<>();
		for (Observation each : observations) {
			if (each.scope().equals(level.scope())) {
				latest.merge(each.cell().measure(), each.cell().period(),
						(one, other) -> (one.compareTo(other) >= 0) ? one : other);
			}
		}
		Map<OrganisationCode, Set<String>> missing = new TreeMap<>();
		latest.forEach((measure, period) -> expected(measure, level).stream()
			.filter((code) -> !this.current.containsKey(new Cell(measure, code, period)) && wasOpen(code, period))
			.forEach((code) -> missing.computeIfAbsent(code, (each) -> new TreeSet<>())
				.add(measure + " in " + period.inWords())));
		missing.forEach((code, cells) -> this.warnings.add("Expected a line of " + code + " ("
				+ this.register.nameOf(code) + "), found none: no figure of " + String.join(", ", cells) + "."));
	}

	/**
	 * Those that the plan judges by the measure, as far as they are of the level's kinds.
	 */
	private Set<OrganisationCode> expected(MeasureId measure, Level level) {
		Set<OrganisationCode> expected = new TreeSet<>();
		level.expected().forEach((code) -> expected.add(OrganisationCode.of(code)));
		this.context.plan().measure(measure).map(Measure::organisations).orElse(List.of()).forEach((code) -> {
			Organisation.@Nullable Kind kind = this.register.find(code).map(Organisation::kind).orElse(null);
			if (kind != null && level.whose() == Level.Whose.COLUMN && level.kinds().contains(kind)) {
				expected.add(code);
			}
		});
		return expected;
	}

	private boolean wasOpen(OrganisationCode code, Period period) {
		return this.register.find(code).filter((each) -> each.isOpenOn(period.lastDay())).isPresent();
	}

	private void copied(List<Observation> observations, FileCheck.CopiedPeriod check) {
		Map<String, Map<Period, List<Observation>>> groups = observations.stream()
			.filter((each) -> each.figure().value() != null)
			.collect(Collectors.groupingBy((each) -> each.cell().measure() + " " + each.scope(), TreeMap::new,
					Collectors.groupingBy((each) -> each.cell().period(), TreeMap::new, Collectors.toList())));
		groups.values().forEach((byPeriod) -> byPeriod.forEach((period, figures) -> copied(period, figures, check)));
	}

	private void copied(Period period, List<Observation> figures, FileCheck.CopiedPeriod check) {
		long same = 0;
		boolean anything = false;
		for (Observation each : figures) {
			Optional<Figure> before = before(each.cell());
			BigDecimal value = before.map(Figure::value).orElse(null);
			if (value == null) {
				continue;
			}
			if (!isSame(each.figure(), before.get())) {
				return;
			}
			same++;
			anything = anything || value.signum() != 0;
		}
		if (same >= check.organisations() && anything) {
			raise(check,
					"Expected new figures of " + figures.get(0).cell().measure() + " for " + period.inWords()
							+ ", found those of the period before for all " + same
							+ " organisations. The period seems to have been copied.");
		}
	}

	private static boolean isSame(Figure one, Figure other) {
		return isSame(one.value(), other.value()) && isSame(one.numerator(), other.numerator())
				&& isSame(one.denominator(), other.denominator());
	}

	private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
	}

	/**
	 * Files that hold all history would otherwise warn of the same old jump each month.
	 */
	private static List<Observation> latestOf(MeasureId measure, List<Observation> observations) {
		List<Observation> own = observations.stream().filter((each) -> each.cell().measure().equals(measure)).toList();
		Optional<Period> latest = own.stream().map((each) -> each.cell().period()).max(Period::compareTo);
		return own.stream().filter((each) -> latest.equals(Optional.of(each.cell().period()))).toList();
	}

	private void jump(Observation observation, FileCheck.Jump check) {
		BigDecimal now = observation.figure().value();
		BigDecimal before = before(observation.cell()).map(Figure::value).orElse(null);
		if (now == null || before == null || before.signum() <= 0 || before.compareTo(check.fromAtLeast()) < 0) {
			return;
		}
		BigDecimal change = now.subtract(before).divide(before, MathContext.DECIMAL64);
		if (change.abs().compareTo(check.moreThan()) > 0) {
			Unit unit = this.context.plan().measure(check.measure()).orElseThrow().unit();
			raise(check,
					"Line " + observation.line() + ": expected " + FigureResults.inWords(observation.cell()) + " near "
							+ unit.inWords(before) + ", the figure of the period before, found " + unit.inWords(now)
							+ ". Ask whether it is right.");
		}
	}

	private void raise(FileCheck check, String message) {
		if (check.then() == FileCheck.Then.REFUSE) {
			throw new ExtractRefused(List.of(message));
		}
		this.warnings.add(message);
	}

	/** The figure of the period before, in this file or held already. */
	private Optional<Figure> before(Cell cell) {
		Measure measure = this.context.plan().measure(cell.measure()).orElseThrow();
		Period earlier = measure.cadence().previous(cell.period());
		Figure here = this.current.get(new Cell(cell.measure(), cell.organisation(), earlier));
		if (here != null) {
			return Optional.of(here);
		}
		Series series = this.histories.computeIfAbsent(Map.entry(cell.measure(), cell.organisation()),
				(key) -> this.context.history().series(key.getKey(), key.getValue()));
		return series.at(earlier).map((revision) -> revision.figure());
	}

}

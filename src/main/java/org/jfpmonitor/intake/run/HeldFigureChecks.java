package org.jfpmonitor.intake.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.HeldFigureRule;
import org.jfpmonitor.extract.result.HeldFigureRule.NoCopiedPeriod;
import org.jfpmonitor.extract.result.HeldFigureRule.NoJump;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the figures of an extract beside those of the period before, in the extract or
 * held already.
 */
final class HeldFigureChecks {

	private final Extract extract;

	private final Plan plan;

	private final HeldFigures history;

	private final Map<Cell, Figure> current = new HashMap<>();

	private final Map<Map.Entry<MeasureId, OrganisationCode>, Series> held = new HashMap<>();

	private final List<String> warnings = new ArrayList<>();

	private HeldFigureChecks(Extract extract, Plan plan, HeldFigures history) {
		this.extract = extract;
		this.plan = plan;
		this.history = history;
		extract.observations().forEach((each) -> this.current.put(each.cell(), each.figure()));
	}

	/**
	 * What whoever brought the extract should look at; empty when nothing.
	 * @param history the figures held before it, asked at most once for each measure and
	 * organisation
	 * @throws ExtractRefused when a rule that refuses does not hold
	 */
	static List<String> warnings(Extract extract, Plan plan, HeldFigures history) {
		HeldFigureChecks checks = new HeldFigureChecks(extract, plan, history);
		extract.heldFigureRules().forEach(checks::check);
		return List.copyOf(checks.warnings);
	}

	private void check(HeldFigureRule rule) {
		if (rule instanceof NoCopiedPeriod copied) {
			check(copied);
		}
		else if (rule instanceof NoJump jump) {
			latestOf(jump.measure()).forEach((each) -> check(each, jump));
		}
	}

	private void check(NoCopiedPeriod rule) {
		Map<String, Map<Period, List<Observation>>> groups = this.extract.observations()
			.stream()
			.filter((each) -> each.figure().value() != null)
			.collect(Collectors.groupingBy((each) -> each.cell().measure() + " " + each.scope(), TreeMap::new,
					Collectors.groupingBy((each) -> each.cell().period(), TreeMap::new, Collectors.toList())));
		groups.values().forEach((byPeriod) -> byPeriod.forEach((period, figures) -> check(period, figures, rule)));
	}

	private void check(Period period, List<Observation> figures, NoCopiedPeriod rule) {
		long same = 0;
		boolean anything = false;
		for (Observation each : figures) {
			Optional<Figure> before = before(each.cell()).filter((figure) -> figure.value() != null);
			if (before.isPresent()) {
				if (!isSame(each.figure(), before.get())) {
					return;
				}
				same++;
				anything = anything || !isSame(before.get().value(), BigDecimal.ZERO);
			}
		}
		if (same >= rule.organisations() && anything) {
			raise(rule,
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
	private List<Observation> latestOf(MeasureId measure) {
		List<Observation> own = this.extract.observations()
			.stream()
			.filter((each) -> each.cell().measure().equals(measure))
			.toList();
		Optional<Period> latest = own.stream().map((each) -> each.cell().period()).max(Period::compareTo);
		return own.stream().filter((each) -> latest.equals(Optional.of(each.cell().period()))).toList();
	}

	private void check(Observation observation, NoJump rule) {
		BigDecimal now = observation.figure().value();
		BigDecimal before = before(observation.cell()).map(Figure::value).orElse(null);
		if (now == null || before == null || before.signum() <= 0 || before.compareTo(rule.fromAtLeast()) < 0) {
			return;
		}
		BigDecimal change = now.subtract(before).divide(before, MathContext.DECIMAL64);
		if (change.abs().compareTo(rule.moreThan()) > 0) {
			Cell cell = observation.cell();
			Unit unit = measure(cell).unit();
			raise(rule, "Line " + observation.line() + ": expected " + cell.measure() + " for " + cell.organisation()
					+ " in " + cell.period().inWords() + " near " + unit.inWords(before)
					+ ", the figure of the period before, found " + unit.inWords(now) + ". Ask whether it is right.");
		}
	}

	private void raise(HeldFigureRule rule, String message) {
		if (rule.refuses()) {
			throw new ExtractRefused(List.of(message), this.extract.layout(), this.extract.feed(),
					new ExtractRefused.Counts(this.extract.read(), this.extract.used(), this.extract.leftOut(),
							this.extract.rejected()));
		}
		this.warnings.add(message);
	}

	private Measure measure(Cell cell) {
		return this.plan.measure(cell.measure()).orElseThrow();
	}

	/** The figure of the period before, in the extract or held already. */
	private Optional<Figure> before(Cell cell) {
		Period earlier = measure(cell).cadence().previous(cell.period());
		Figure here = this.current.get(new Cell(cell.measure(), cell.organisation(), earlier));
		if (here != null) {
			return Optional.of(here);
		}
		Series series = this.held.computeIfAbsent(Map.entry(cell.measure(), cell.organisation()),
				(key) -> this.history.series(key.getKey(), key.getValue()));
		return series.at(earlier).map((revision) -> revision.figure());
	}

}

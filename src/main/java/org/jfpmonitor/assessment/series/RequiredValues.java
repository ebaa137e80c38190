package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jspecify.annotations.Nullable;

/**
 * What is required of each period of a measure, be it written in the plan or supplied by
 * files as figures of another measure. Values are in base units.
 */
public final class RequiredValues {

	private final Measure measure;

	/** Of all periods that they state; empty where the plan writes the values. */
	private final Optional<PeriodFigures> supplied;

	private RequiredValues(Measure measure, Optional<PeriodFigures> supplied) {
		this.measure = measure;
		this.supplied = supplied;
	}

	/**
	 * What is required of the measure.
	 * @param plan the plan in force on {@code knownOn}
	 * @param knownOn what had arrived by the end of this day in London counts
	 */
	static RequiredValues of(Measure measure, Plan plan, Ledger ledger, LocalDate knownOn) {
		if (measure.target() == null || !(measure.target().trajectory() instanceof Trajectory.Supplied path)) {
			return new RequiredValues(measure, Optional.empty());
		}
		Measure stated = supplying(measure, plan).orElse(measure);
		MeasureId figures = supplying(measure, plan).map(Measure::figures).orElse(path.planned());
		return new RequiredValues(measure,
				Optional.of(PeriodFigures.of(stated,
						stated.organisations()
							.stream()
							.map((organisation) -> ledger.series(figures, organisation, knownOn))
							.toList(),
						LocalDate.MAX)));
	}

	/** Nothing is required of the measure. */
	static RequiredValues none(Measure measure) {
		return new RequiredValues(measure.withoutTarget(), Optional.empty());
	}

	/** The measure whose figures are the required values of this one. */
	public static Optional<Measure> supplying(Measure measure, Plan plan) {
		Target target = measure.target();
		return (target != null && target.trajectory() instanceof Trajectory.Supplied supplied)
				? plan.measure(supplied.planned()) : Optional.empty();
	}

	/** The measure with its target, if it has one. */
	Measure measure() {
		return this.measure;
	}

	/** What is required of the period, by its last day; empty when nothing is. */
	Optional<Requirement> of(Period slot) {
		return this.measure.requiredOf(slot, this::stated);
	}

	/** The next dated value after the day; empty when none follows. */
	public Optional<DatedValue> nextAfter(LocalDate day) {
		List<DatedValue> dated = new ArrayList<>();
		if (this.measure.target() != null) {
			dated.addAll(this.measure.target().trajectory().dated());
		}
		this.supplied.ifPresent((figures) -> figures.periods()
			.stream()
			.filter(PeriodFigure::hasValue)
			.map((each) -> new DatedValue(each.slot().lastDay(), each.value()))
			.forEach(dated::add));
		return dated.stream().filter((each) -> each.date().isAfter(day)).min(DatedValue::compareTo);
	}

	/**
	 * What is required of each period of the cadence that begins within the days, where
	 * anything is.
	 */
	public List<PathPoint> path(Period within) {
		if (this.measure.target() == null) {
			return List.of();
		}
		return Stream.iterate(this.measure.cadence().periodOf(within.start()), this.measure.cadence()::next)
			.takeWhile((slot) -> slot.start().isBefore(within.endExclusive()))
			.flatMap((slot) -> of(slot).map((each) -> new PathPoint(slot, each.value())).stream())
			.toList();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof RequiredValues values && this.measure.equals(values.measure)
				&& this.supplied.equals(values.supplied);
	}

	@Override
	public int hashCode() {
		return this.measure.hashCode();
	}

	private Optional<BigDecimal> stated(Period slot) {
		return this.supplied.flatMap((figures) -> figures.valued(slot)).map(PeriodFigure::value);
	}

	/**
	 * What is required of one period.
	 *
	 * @param period the period
	 * @param required the value, in base units
	 */
	public record PathPoint(Period period, BigDecimal required) {

	}

}

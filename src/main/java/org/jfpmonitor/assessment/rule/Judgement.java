package org.jfpmonitor.assessment.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.reason.JudgedReason;
import org.jfpmonitor.assessment.reason.MeasureReason;
import org.jfpmonitor.assessment.reason.UnrequiredReason;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jspecify.annotations.Nullable;

/**
 * The status of a measure that has a figure. Worse than required is Underperformance.
 * Otherwise a target to be reached is Completed once its final value is met and was held
 * as long as the plan asks, and re-opens when it is lost; all else is On Track.
 */
final class Judgement {

	private final Measure measure;

	private final Target target;

	private final MeasureSeries series;

	private final PeriodFigure latest;

	private final LocalDate planStart;

	private final @Nullable Requirement required;

	private final @Nullable BigDecimal goal;

	Judgement(MeasureSeries series, Target target, PeriodFigure latest, LocalDate planStart) {
		this.measure = series.measure();
		this.target = target;
		this.series = series;
		this.latest = latest;
		this.planStart = planStart;
		this.required = series.requiredOf(latest.slot()).orElse(null);
		this.goal = target.finalValueFor(latest.slot()).map(DatedValue::value).orElse(null);
	}

	MeasureAssessment assessment() {
		MeasureReason reason = reason();
		int met = (reason.therefore() != null) ? this.series.meetsInARow() : 0;
		Period sustainedSince = (met > 0) ? this.series.judged(this.series.newest() - met + 1).slot() : null;
		return new MeasureAssessment(reason, this.series, (this.required != null) ? this.required.value() : null,
				this.series.missesInARow(), sustainedSince, (reason.therefore() == Status.ON_TRACK)
						? new EarlyWarningRule(this.series, this.target).warning().orElse(null) : null);
	}

	private MeasureReason reason() {
		if (this.required != null && !meets(this.required.value())) {
			return lost(this.required.value(), Status.UNDERPERFORMANCE)
				.orElseGet(() -> new JudgedReason.Missed(this.measure, this.latest, this.required));
		}
		if (this.target.kind() == Target.Kind.REACH && this.goal != null) {
			if (meets(this.goal) && !mayStillBeExceeded()) {
				return reached(this.goal);
			}
			Optional<MeasureReason> lost = lost(this.goal, Status.ON_TRACK);
			if (lost.isPresent() && this.required != null) {
				return lost.get();
			}
		}
		return (this.required != null) ? new JudgedReason.Met(this.measure, this.latest, this.required)
				: noRequirement();
	}

	private MeasureReason noRequirement() {
		return this.target.basis().restartsInApril() && !(this.target.trajectory() instanceof Trajectory.Points)
				? new UnrequiredReason.NoRequirementInYear(this.measure, this.latest,
						this.target.nextValueOfYear(this.latest.period()).map(DatedValue::date).orElse(null))
				: new UnrequiredReason.NoRequirement(this.measure, this.latest);
	}

	private MeasureReason reached(BigDecimal finalValue) {
		int asked = this.target.sustainedFor();
		LocalDate from = countedFrom();
		int held = this.series.inARow((place) -> !this.series.figures().get(place).slot().lastDay().isBefore(from)
				&& this.series.meets(place, finalValue));
		return (held >= asked) ? new JudgedReason.Sustained(this.measure, this.latest, finalValue, from(), held, asked)
				: new JudgedReason.NotYetSustained(this.measure, this.latest, finalValue, from(), held, asked, from);
	}

	/**
	 * That the final value had been met and held, and is missed again. A limit on a total
	 * that is exceeded was not held before: the year was not over.
	 * @param expected the value that the figure is held against
	 */
	private Optional<MeasureReason> lost(BigDecimal expected, Status therefore) {
		if (this.target.kind() != Target.Kind.REACH || this.goal == null || meets(this.goal)
				|| this.measure.isLimitOnTheYear()) {
			return Optional.empty();
		}
		return this.series.lastHeld(this.goal, countedFrom())
			.map((held) -> new JudgedReason.Lost(this.measure, this.latest, expected, from(), held.slot().lastDay(),
					this.target.sustainedFor(), therefore));
	}

	/**
	 * The last day of the first period that may count as held, for what is sustained and
	 * for what is lost alike: the later of the plan's first day, the baseline and the
	 * first day on which the target binds; of what restarts in April not before its year,
	 * from whose first day a limit binds.
	 */
	private LocalDate countedFrom() {
		DatedValue baseline = this.target.baseline();
		LocalDate year = this.target.basis().restartsInApril() ? yearOf(this.latest.slot()).start() : LocalDate.MIN;
		LocalDate binds = this.measure.isLimitOnTheYear() ? year : this.target.bindsFrom().orElse(LocalDate.MIN);
		return Stream.of(this.planStart, (baseline != null) ? baseline.date() : LocalDate.MIN, binds, year)
			.max(Comparator.naturalOrder())
			.orElseThrow();
	}

	/** A limit on the total of a year is not met before the year is over. */
	private boolean mayStillBeExceeded() {
		Period slot = this.latest.slot();
		return this.measure.isLimitOnTheYear() && slot.endExclusive().isBefore(yearOf(slot).endExclusive());
	}

	private static Period yearOf(Period slot) {
		return FinancialYear.of(slot.lastDay()).period();
	}

	private @Nullable LocalDate from() {
		return (this.required != null) ? this.required.from() : null;
	}

	private boolean meets(BigDecimal value) {
		return this.measure.direction().meets(this.latest.value(), value);
	}

}

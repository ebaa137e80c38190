package org.jfpmonitor.assessment.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.assessment.Rule;
import org.jfpmonitor.assessment.series.Attainment;
import org.jfpmonitor.assessment.series.Course;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jspecify.annotations.Nullable;

/**
 * The status of a measure that has a figure. Worse than required is Underperformance.
 * Otherwise a target to be reached is Completed once its final value is met and was held
 * as long as the plan asks, and re-opens when it is lost; all else is On Track.
 */
final class Judgement {

	private final Measure measure;

	private final Course course;

	private final PeriodFigure latest;

	private final LocalDate planStart;

	private final @Nullable Requirement required;

	private final @Nullable DatedValue promised;

	Judgement(Measure measure, Course course, PeriodFigure latest, LocalDate planStart) {
		this.measure = measure;
		this.course = course;
		this.latest = latest;
		this.planStart = planStart;
		this.required = course.requiredOf(latest.slot()).orElse(null);
		this.promised = course.target().finalValue().orElse(null);
	}

	MeasureAssessment assessment() {
		Reason reason = reason();
		int newest = this.course.newest();
		int met = (reason.therefore() != null) ? Course.inARow(newest, this.course::meetsItsRequirement) : 0;
		Period sustainedSince = (met > 0) ? this.course.figure(newest - met + 1).slot() : null;
		BigDecimal value = this.latest.value();
		return new MeasureAssessment(this.measure, reason.therefore(), reason, this.latest.figure(),
				this.latest.period(), this.latest.receivedAt(), requiredValue(),
				(this.promised != null) ? this.promised.value() : null,
				(this.promised != null) ? this.promised.date() : null, MeasureAssessor.baseline(this.measure),
				(this.required != null) ? Attainment.of(value, this.required.value(), this.measure.direction()) : null,
				Course.inARow(newest, this.course::misses), sustainedSince, (reason.therefore() == Status.ON_TRACK)
						? new Drift(this.measure, this.course).warning().orElse(null) : null);
	}

	private Reason reason() {
		if (this.required != null && !meets(this.required.value())) {
			return lost(this.required.value(), Status.UNDERPERFORMANCE)
				.orElseGet(() -> by(Rule.REQUIREMENT_MISSED).therefore(Status.UNDERPERFORMANCE));
		}
		if (this.course.target().kind() == Target.Kind.REACH && this.promised != null) {
			BigDecimal goal = this.promised.value();
			if (meets(goal)) {
				return reached(goal);
			}
			Optional<Reason> lost = lost(goal, Status.ON_TRACK);
			if (lost.isPresent() && this.required != null) {
				return lost.get();
			}
		}
		return (this.required != null) ? by(Rule.REQUIREMENT_MET).therefore(Status.ON_TRACK)
				: by(Rule.NO_REQUIREMENT).therefore(null);
	}

	private Reason reached(BigDecimal goal) {
		int asked = this.course.target().sustainedFor();
		int held = Course.inARow(this.course.newest(), (place) -> this.course.meets(place, goal));
		return (held >= asked) ? by(Rule.TARGET_SUSTAINED).expected(goal).count(held, asked).therefore(Status.COMPLETED)
				: by(Rule.TARGET_MET_NOT_YET_SUSTAINED).expected(goal).count(held, asked).therefore(Status.ON_TRACK);
	}

	/**
	 * That the final value had been met and held since the plan or its baseline began,
	 * and is missed again.
	 * @param expected the value that the figure is held against
	 */
	private Optional<Reason> lost(BigDecimal expected, Status therefore) {
		Target target = this.course.target();
		if (target.kind() != Target.Kind.REACH || this.promised == null || meets(this.promised.value())) {
			return Optional.empty();
		}
		LocalDate from = (target.baseline() != null) ? target.baseline().date() : this.planStart;
		int lastHeld = this.course.lastHeld(this.promised.value(), from);
		return (lastHeld < 0) ? Optional.empty()
				: Optional.of(by(Rule.TARGET_LOST).expected(expected)
					.other(this.course.figure(lastHeld).slot().lastDay())
					.count(0, target.sustainedFor())
					.therefore(therefore));
	}

	private Because by(Rule rule) {
		return Because.of(rule, this.measure)
			.observed(this.latest)
			.expected(requiredValue())
			.due((this.required != null) ? this.required.from() : null);
	}

	private boolean meets(BigDecimal value) {
		return this.measure.direction().meets(this.latest.value(), value);
	}

	private @Nullable BigDecimal requiredValue() {
		return (this.required != null) ? this.required.value() : null;
	}

}

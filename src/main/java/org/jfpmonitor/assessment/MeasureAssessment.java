package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import org.jfpmonitor.assessment.reason.JudgedReason;
import org.jfpmonitor.assessment.reason.MeasureReason;
import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jspecify.annotations.Nullable;

/**
 * Where one measure stands. All values in base units.
 *
 * @param reason the rule, figure and lines behind the status, or why there is none
 * @param series its figures, what was required of each, and its control chart
 * @param required what is required at the end of the figure's period, or null
 * @param consecutiveMisses how many periods in a row, up to the latest, were worse than
 * required
 * @param sustainedSince the first of the periods in a row, up to the latest, that met
 * what was required; null when the latest did not
 * @param warning movement towards underperformance that was seen while it is still on
 * track, or null
 */
public record MeasureAssessment(MeasureReason reason, MeasureSeries series, @Nullable BigDecimal required,
		int consecutiveMisses, @Nullable Period sustainedSince, @Nullable EarlyWarning warning) {

	public Measure measure() {
		return this.reason.measure();
	}

	/** Its status, or null when it could not be assessed. */
	public @Nullable Status status() {
		return this.reason.therefore();
	}

	/** The figure by its basis, or null when there is none. */
	public @Nullable Figure figure() {
		PeriodFigure judged = this.reason.figure();
		return (judged != null) ? judged.figure() : null;
	}

	/** The period of that figure, or null. */
	public @Nullable Period period() {
		PeriodFigure judged = this.reason.figure();
		return (judged != null) ? judged.period() : null;
	}

	/** When the newest delivery behind that figure arrived, or null. */
	public @Nullable Instant receivedAt() {
		PeriodFigure judged = this.reason.figure();
		return (judged != null) ? judged.receivedAt() : null;
	}

	/** The final target, or null. */
	public @Nullable BigDecimal target() {
		return finalValue().map(DatedValue::value).orElse(null);
	}

	/** The date of the final target, or null. */
	public @Nullable LocalDate targetDate() {
		return finalValue().map(DatedValue::date).orElse(null);
	}

	/** Where it stood before, or null. */
	public @Nullable BigDecimal baseline() {
		Target target = measure().target();
		return (target != null && target.baseline() != null) ? target.baseline().value() : null;
	}

	/**
	 * Figure against required, turned so that 1 or more is good; null when it was not
	 * judged or a ratio says nothing.
	 */
	public @Nullable BigDecimal attainment() {
		if (!(this.reason instanceof JudgedReason judged) || this.required == null) {
			return null;
		}
		return measure().direction().attainment(judged.figure().value(), this.required).orElse(null);
	}

	/** Whether its newest figure is due and beyond its grace. */
	public boolean isOverdue() {
		return this.reason.rule() == Rule.FIGURE_OVERDUE;
	}

	private Optional<DatedValue> finalValue() {
		return Optional.ofNullable(measure().target()).flatMap(Target::finalValue);
	}

}

package org.jfpmonitor.publication.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jfpmonitor.assessment.EarlyWarning;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A measure of an objective and where it stands. Values are in the unit named, shares
 * between 0 and 1.
 */
public record MeasureJson(String id, String title, String unit, String direction, @Nullable String status,
		@Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator,
		@Nullable PeriodJson period, @Nullable Instant receivedAt, @Nullable BigDecimal required,
		@Nullable BigDecimal target, @Nullable LocalDate targetDate, @Nullable BigDecimal baseline,
		@Nullable BigDecimal attainment, int consecutiveMisses, @Nullable LocalDate sustainedSince,
		@Nullable String warning) {

	public static MeasureJson of(MeasureAssessment assessed) {
		Measure measure = assessed.measure();
		Figure figure = assessed.figure();
		EarlyWarning warning = assessed.warning();
		return new MeasureJson(measure.id().value(), measure.title(), measure.unit().base(), measure.direction().code(),
				ObjectiveJson.code(assessed.status()), (figure != null) ? figure.value() : null,
				(figure != null) ? figure.numerator() : null, (figure != null) ? figure.denominator() : null,
				PeriodJson.of(assessed.period()), assessed.receivedAt(), assessed.required(), assessed.target(),
				assessed.targetDate(), assessed.baseline(), assessed.attainment(), assessed.consecutiveMisses(),
				(assessed.sustainedSince() != null) ? assessed.sustainedSince().start() : null,
				(warning != null) ? warning.code() : null);
	}

	/** A period; both days are inclusive. */
	public record PeriodJson(LocalDate start, LocalDate end) {

		public static @Nullable PeriodJson of(@Nullable Period period) {
			return (period != null) ? new PeriodJson(period.start(), period.lastDay()) : null;
		}

	}

}

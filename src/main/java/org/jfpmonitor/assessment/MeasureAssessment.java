package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Status;
import org.jspecify.annotations.Nullable;

/**
 * Where one measure stands. All values in base units.
 *
 * @param measure the measure
 * @param status its status, or null when it could not be assessed
 * @param reason the rule, figure and lines behind the status, or why there is none
 * @param figure the figure by its basis, or null when there is none
 * @param period the period of that figure, or null
 * @param receivedAt when the newest delivery behind it arrived, or null
 * @param required what is required at the end of that period, or null
 * @param target the final target and its date, or null
 * @param targetDate the date of the final target, or null
 * @param baseline where it stood before, or null
 * @param attainment figure against required, turned so that 1 or more is good; null when
 * undefined
 * @param consecutiveMisses how many periods in a row, up to the latest, were worse than
 * required
 * @param sustainedSince the first of the periods in a row, up to the latest, that met
 * what was required; null when the latest did not
 * @param warning drift that was seen while it is still on track, or null
 */
public record MeasureAssessment(Measure measure, @Nullable Status status, Reason reason, @Nullable Figure figure,
		@Nullable Period period, @Nullable Instant receivedAt, @Nullable BigDecimal required,
		@Nullable BigDecimal target, @Nullable LocalDate targetDate, @Nullable BigDecimal baseline,
		@Nullable BigDecimal attainment, int consecutiveMisses, @Nullable Period sustainedSince,
		@Nullable EarlyWarning warning) {

}

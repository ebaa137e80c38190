package org.jfpmonitor.commentary;

import java.time.LocalDate;
import java.time.YearMonth;

import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jspecify.annotations.Nullable;

/**
 * What a comment speaks of.
 *
 * @param objective which objective
 * @param measure the one measure of it, or null for the objective as a whole
 * @param month the reporting month; at its end the comment begins to be shown
 */
public record CommentSubject(ObjectiveCode objective, @Nullable MeasureId measure, YearMonth month) {

	/** The last day of its month. */
	public LocalDate asOf() {
		return this.month.atEndOfMonth();
	}

	/** The newest month that has ended by the end of the day. */
	public static YearMonth newestMonth(LocalDate day) {
		return YearMonth.from(day.plusDays(1)).minusMonths(1);
	}

}

package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jfpmonitor.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * Movement towards underperformance of a measure that is still on track.
 *
 * @param kind what was seen
 * @param since the first period of the episode; the same episode is told once
 * @param signal the control chart's words for the special cause, or empty
 * @param projected the value that the trend leads to, in base units, or null
 * @param required the target that it would miss, in base units, or null
 * @param by the day of that target, or null
 */
public record EarlyWarning(Kind kind, Period since, String signal, @Nullable BigDecimal projected,
		@Nullable BigDecimal required, @Nullable LocalDate by) {

	/** What was seen. */
	public enum Kind {

		/** The latest point is a special cause of the adverse kind. */
		ADVERSE_SPECIAL_CAUSE,
		/** The robust trend over the last points misses the next dated target. */
		TREND_MISSES_TARGET

	}

}

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
 * @param signal what was seen, as part of a sentence
 * @param projected the value that the last figures lead to, in base units, or null
 * @param required the target that it would miss, in base units, or null
 * @param by the day of that target, or null
 */
public record EarlyWarning(Kind kind, Period since, String signal, @Nullable BigDecimal projected,
		@Nullable BigDecimal required, @Nullable LocalDate by) {

	/** What was seen. */
	public enum Kind {

		/** The latest point is a special cause of the adverse kind. */
		ADVERSE_SPECIAL_CAUSE,
		/**
		 * The robust trend over the last points, or their level where they show no trend,
		 * misses the next dated target.
		 */
		TREND_MISSES_TARGET

	}

}

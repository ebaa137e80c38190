package org.jfpmonitor.commentary;

import java.time.Instant;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/**
 * A few words about some days of a measure's figures, such as a strike.
 *
 * @param number its number
 * @param measure whose figures
 * @param days which days
 * @param words what happened
 * @param author who wrote it
 * @param knownAt when
 * @param withdrawn who took it back and when, or null
 */
public record Annotation(long number, MeasureId measure, Period days, String words, String author, Instant knownAt,
		@Nullable AnnotationWithdrawal withdrawn) {

	/** How many characters the words may have. */
	public static final int LONGEST = 200;

	/**
	 * That an annotation no longer holds. Both stay on record.
	 *
	 * @param author who took it back
	 * @param knownAt when
	 */
	public record AnnotationWithdrawal(String author, Instant knownAt) {

	}

}

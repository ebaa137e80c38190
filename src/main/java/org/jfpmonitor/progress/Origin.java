package org.jfpmonitor.progress;

import java.time.Instant;
import java.time.LocalDate;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jspecify.annotations.Nullable;

/**
 * Where a report came from and since when it is known.
 *
 * @param delivery the extract it was read from, or null when a person entered it
 * @param fileName that delivery's file name, or null
 * @param place where in the file; line 0 when a person entered it
 * @param knownAt when it arrived
 */
public record Origin(@Nullable DeliveryId delivery, @Nullable String fileName, Place place, Instant knownAt) {

	/** Whether it had arrived by the end of the day in London. */
	public boolean isKnownOn(LocalDate day) {
		return this.knownAt.isBefore(Today.endOf(day));
	}

}

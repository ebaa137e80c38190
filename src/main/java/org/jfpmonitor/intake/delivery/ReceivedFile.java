package org.jfpmonitor.intake.delivery;

import java.time.Instant;
import java.time.LocalDate;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.progress.Sender;
import org.jspecify.annotations.Nullable;

/**
 * A file as it arrived, before anything is known of what it holds.
 *
 * @param sha256 the fingerprint of its bytes, in hexadecimal
 * @param attempt 1 for the first reading of these bytes, counting up
 * @param fileName the name it arrived under, as people read it
 * @param arrivedAt the moment that counts as its arrival
 * @param stamp which file of the inbox it is; null for a file from elsewhere
 * @param sender who sent it
 */
public record ReceivedFile(String sha256, int attempt, String fileName, Instant arrivedAt, @Nullable String stamp,
		Sender sender) {

	/** The day of its arrival in London. */
	public LocalDate arrivedOn() {
		return LocalDate.ofInstant(this.arrivedAt, Today.LONDON);
	}

}

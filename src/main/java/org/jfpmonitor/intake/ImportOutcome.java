package org.jfpmonitor.intake;

import org.jfpmonitor.intake.delivery.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * What importing one file came to.
 *
 * @param fileName the file's name
 * @param result what happened
 * @param delivery the delivery; of an earlier arrival when the bytes are already known;
 * null when the file could not be opened
 * @param message one sentence for the person who started it
 */
public record ImportOutcome(String fileName, Result result, @Nullable Delivery delivery, String message) {

	/** Whether everything in the file was taken or already held. */
	public boolean isClean() {
		return !isRefused() && this.result != Result.LEFT
				&& (this.delivery == null || this.delivery.lines().rejected() == 0);
	}

	/** Whether nothing of the file was taken, now or when it came before. */
	public boolean isRefused() {
		return this.result == Result.REFUSED
				|| (this.delivery != null && this.delivery.state() == Delivery.Outcome.REFUSED);
	}

	/** What happened. */
	public enum Result {

		PUBLISHED, REFUSED,
		/** The same bytes arrived before; nothing changed. */
		ALREADY_KNOWN,
		/**
		 * Something that passes was in the way: the file is not refused, and the run will
		 * come back to it.
		 */
		LEFT

	}

}

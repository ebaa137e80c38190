package org.jfpmonitor.notification.outbox;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What became of one mail; not what it says.
 *
 * @param number its number in the outbox
 * @param messageId its {@code Message-ID}, the same at every attempt
 * @param recipient the address
 * @param subject one line
 * @param state whether it waits, was sent or was given up
 * @param attempts how often it was handed to a server that answered
 * @param lastError what went wrong last, as a sentence, or null
 * @param createdAt when it was written
 * @param nextAttemptAt when it is tried next; null unless it waits
 * @param sentAt when a server took it, or null
 * @param givenUpAt since when it is tried no more, or null
 */
public record MailRecord(long number, String messageId, String recipient, String subject, State state, int attempts,
		@Nullable String lastError, Instant createdAt, @Nullable Instant nextAttemptAt, @Nullable Instant sentAt,
		@Nullable Instant givenUpAt) {

	/** What became of it. */
	public enum State {

		/** Tried no more until somebody says so. */
		DEAD,
		/** To be sent, at once or after a while. */
		WAITING,
		/** Taken by the server. */
		SENT;

		/** The word kept in the store and used by the interface: {@code dead}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

		/**
		 * The constant of the code.
		 * @throws IllegalArgumentException when there is none
		 */
		public static State coded(String code) {
			return valueOf(code.toUpperCase(Locale.ROOT));
		}

	}

}

package org.jfpmonitor.publication.api.received;

import java.time.Instant;

import org.jfpmonitor.notification.outbox.MailRecord;
import org.jfpmonitor.notification.outbox.MailRecords;
import org.jspecify.annotations.Nullable;

/** A mail as the interface writes it: what became of it, not what it says. */
record MailJson(long number, String recipient, String subject, String state, int attempts, @Nullable String lastError,
		Instant createdAt, @Nullable Instant nextAttemptAt, @Nullable Instant sentAt, @Nullable Instant givenUpAt,
		String messageId) {

	static MailJson of(MailRecord mail) {
		return new MailJson(mail.number(), mail.recipient(), mail.subject(), mail.state().code(), mail.attempts(),
				mail.lastError(), mail.createdAt(), mail.nextAttemptAt(), mail.sentAt(), mail.givenUpAt(),
				mail.messageId());
	}

	/**
	 * How the mail server stands.
	 *
	 * @param reached whether mails can be sent, as far as is known
	 * @param unreachableSince since when they cannot, or null
	 * @param nextAttemptAt when that is tried again, or null
	 * @param lastError what was seen last, or null
	 */
	record Server(boolean reached, @Nullable Instant unreachableSince, @Nullable Instant nextAttemptAt,
			@Nullable String lastError) {

		static Server of(MailRecords.@Nullable ServerTrouble trouble) {
			return (trouble != null) ? new Server(false, trouble.since(), trouble.nextAttemptAt(), trouble.reason())
					: new Server(true, null, null, null);
		}

	}

}

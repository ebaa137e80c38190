package org.jfpmonitor.publication.received;

import java.time.Instant;

import org.jfpmonitor.notification.outbox.MailRecord;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * One mail as the page shows it.
 *
 * @param number its number
 * @param recipient the address
 * @param subject its subject
 * @param state whether it waits, was sent or was given up
 * @param attempts how often it was tried
 * @param written when it was written, in words
 * @param what what happened last or happens next, in words
 * @param lastError what went wrong last, or null
 */
record MailRow(long number, String recipient, String subject, MailMark state, String attempts, String written,
		String what, @Nullable String lastError) {

	static MailRow of(MailRecord mail) {
		return new MailRow(mail.number(), mail.recipient(), mail.subject(), MailMark.of(mail.state()),
				DeliveryRow.number(mail.attempts()), LondonTime.inWords(mail.createdAt()), switch (mail.state()) {
					case DEAD -> moment(mail.givenUpAt());
					case WAITING -> "Next attempt from " + moment(mail.nextAttemptAt());
					case SENT -> moment(mail.sentAt());
				}, mail.lastError());
	}

	public boolean isDead() {
		return this.state == MailMark.GIVEN_UP;
	}

	private static String moment(@Nullable Instant moment) {
		return (moment != null) ? LondonTime.inWords(moment) : "Not recorded";
	}

	/** What became of a mail. */
	enum MailMark {

		GIVEN_UP(MailRecord.State.DEAD, "Given up", "red", StatusMark.UNDERPERFORMANCE.shape()),
		WAITING(MailRecord.State.WAITING, "Waiting", "yellow", StatusMark.DELAYED.shape()),
		SENT(MailRecord.State.SENT, "Sent", "green", StatusMark.COMPLETED.shape());

		private final MailRecord.State state;

		private final String words;

		private final String colour;

		private final String shape;

		MailMark(MailRecord.State state, String words, String colour, String shape) {
			this.state = state;
			this.words = words;
			this.colour = colour;
			this.shape = shape;
		}

		static MailMark of(MailRecord.State state) {
			return switch (state) {
				case DEAD -> GIVEN_UP;
				case WAITING -> WAITING;
				case SENT -> SENT;
			};
		}

		public MailRecord.State state() {
			return this.state;
		}

		public String words() {
			return this.words;
		}

		public String colour() {
			return this.colour;
		}

		public String shape() {
			return this.shape;
		}

	}

}

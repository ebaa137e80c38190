package org.jfpmonitor.notification.smtp;

import org.jfpmonitor.notification.outbox.Letter;

/** A way to hand mails over. */
public interface Post {

	/**
	 * Hands the letter over.
	 * @throws Undelivered when it was not taken
	 */
	void deliver(Letter letter) throws Undelivered;

	/** What kept a letter from being taken, and so what to do next. */
	enum Hindrance {

		/** Refused for good: trying again cannot help. */
		REFUSED,
		/** Put off: the server asked for another attempt later. */
		PUT_OFF,
		/**
		 * The conversation ended before the server had said yes or no. It may have taken
		 * the letter.
		 */
		CUT_OFF,
		/** There is nobody to hand any letter to, this one or another. */
		UNREACHABLE

	}

	/** Why a letter was not taken. */
	final class Undelivered extends Exception {

		private static final long serialVersionUID = 1L;

		private final Hindrance hindrance;

		/**
		 * Says what happened.
		 * @param hindrance what kept the letter from being taken
		 * @param reason a sentence for people, with the server's own words where it gave
		 * some
		 * @param cause what was thrown
		 */
		public Undelivered(Hindrance hindrance, String reason, Throwable cause) {
			super(reason, cause);
			this.hindrance = hindrance;
		}

		public Hindrance hindrance() {
			return this.hindrance;
		}

		/** Whether trying again cannot help. */
		public boolean isPermanent() {
			return this.hindrance == Hindrance.REFUSED;
		}

		/** The sentence for people. */
		public String reason() {
			return String.valueOf(getMessage());
		}

	}

}

package org.jfpmonitor.notification.outbox;

/** A way to hand mails over. */
public interface MailTransport {

	/**
	 * Hands the mail over.
	 * @throws Undelivered when it was not taken
	 */
	void send(OutboxMail mail) throws SendFailure;

	/** What kept a mail from being taken, and so what to do next. */
	enum FailureKind {

		/** Refused for good: trying again cannot help. */
		REFUSED,
		/** Put off: the server asked for another attempt later. */
		PUT_OFF,
		/**
		 * The conversation ended before the server had said yes or no. It may have taken
		 * the mail.
		 */
		CUT_OFF,
		/** There is nobody to hand any mail to, this one or another. */
		UNREACHABLE

	}

	/** Why a mail was not taken. */
	final class SendFailure extends Exception {

		private static final long serialVersionUID = 1L;

		private final FailureKind kind;

		/**
		 * Says what happened.
		 * @param kind what kept the mail from being taken
		 * @param reason a sentence for people, with the server's own words where it gave
		 * some
		 * @param cause what was thrown
		 */
		public SendFailure(FailureKind kind, String reason, Throwable cause) {
			super(reason, cause);
			this.kind = kind;
		}

		public FailureKind kind() {
			return this.kind;
		}

		/** Whether trying again cannot help. */
		public boolean isPermanent() {
			return this.kind == FailureKind.REFUSED;
		}

		/** The sentence for people. */
		public String reason() {
			return String.valueOf(getMessage());
		}

	}

}

package org.jfpmonitor.notification;

/** A way to hand mails over. */
interface Post {

	/**
	 * Hands the letter over.
	 * @throws Undelivered when it was not taken
	 */
	void deliver(Letter letter) throws Undelivered;

	/** Why a letter was not taken. */
	final class Undelivered extends Exception {

		private static final long serialVersionUID = 1L;

		private final boolean permanent;

		Undelivered(String reason, boolean permanent, Throwable cause) {
			super(reason, cause);
			this.permanent = permanent;
		}

		/**
		 * Whether trying again cannot help: the server refused this recipient or this
		 * letter for good.
		 */
		boolean isPermanent() {
			return this.permanent;
		}

	}

}

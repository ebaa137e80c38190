package org.jfpmonitor.notification.outbox;

/**
 * The mails that are to be sent. Several instances may drain it at once; each mail is
 * taken by one.
 */
public interface Outbox {

	/**
	 * Tries to send every mail that is due now, and returns when none is left or the mail
	 * server does not answer.
	 * @return how many were sent
	 */
	int drain();

}

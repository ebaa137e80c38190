package org.jfpmonitor.publication.objective;

import org.jfpmonitor.notification.outbox.MailRecord;
import org.jfpmonitor.publication.page.LondonTime;

/**
 * A mail that told of the objective.
 *
 * @param recipient to whom
 * @param subject its subject
 * @param state what became of it, in a word or two
 * @param written when it was written, in words
 */
record MailLine(String recipient, String subject, String state, String written) {

	static MailLine of(MailRecord mail) {
		return new MailLine(mail.recipient(), mail.subject(), switch (mail.state()) {
			case DEAD -> "given up";
			case WAITING -> "waiting";
			case SENT -> "sent";
		}, LondonTime.inWords(mail.createdAt()));
	}

}

package org.jfpmonitor.publication.objective;

import org.jfpmonitor.notification.outbox.MailRecord;
import org.jfpmonitor.notification.outbox.MailRecords.WrittenMail;
import org.jfpmonitor.publication.page.LondonTime;

/**
 * A mail that told of the objective.
 *
 * @param recipient to whom
 * @param subject its subject
 * @param state what became of it, in a word or two
 * @param written when it was written, in words
 * @param text what it says, line by line
 */
record MailLine(String recipient, String subject, String state, String written, String text) {

	static MailLine of(WrittenMail mail) {
		MailRecord record = mail.record();
		return new MailLine(record.recipient(), record.subject(), switch (record.state()) {
			case DEAD -> "given up";
			case WAITING -> "waiting";
			case SENT -> "sent";
		}, LondonTime.inWords(record.createdAt()), mail.text().strip());
	}

}

package org.jfpmonitor.notification.smtp;

import java.util.Date;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.jfpmonitor.notification.outbox.InlineImage;
import org.jfpmonitor.notification.outbox.OutboxMail;
import org.jfpmonitor.plan.id.EmailAddress;

/**
 * A mail as a MIME message: text, HTML and its pictures, marked as sent by a machine,
 * with a Message-ID that never changes.
 */
final class OutgoingMessage extends MimeMessage {

	private final String messageId;

	private OutgoingMessage(Session session, String messageId) {
		super(session);
		this.messageId = messageId;
	}

	static MimeMessage around(OutboxMail mail, EmailAddress from, Session session) throws MessagingException {
		OutgoingMessage message = new OutgoingMessage(session, mail.messageId());
		message.setFrom(new InternetAddress(from.value(), true));
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient(), true));
		message.setSubject(oneLine(mail.subject()), "UTF-8");
		message.setSentDate(Date.from(mail.createdAt()));
		message.setHeader("Auto-Submitted", "auto-generated");
		MimeBodyPart plain = new MimeBodyPart();
		plain.setText(mail.plain(), "UTF-8", "plain");
		message.setContent(new MimeMultipart("alternative", plain, html(mail)));
		message.saveChanges();
		return message;
	}

	/** The HTML part; with pictures, those travel beside it (RFC 2387). */
	private static MimeBodyPart html(OutboxMail mail) throws MessagingException {
		MimeBodyPart html = new MimeBodyPart();
		html.setText(mail.html(), "UTF-8", "html");
		if (mail.pictures().isEmpty()) {
			return html;
		}
		MimeMultipart related = new MimeMultipart("related; type=\"text/html\"", html);
		for (InlineImage picture : mail.pictures()) {
			related.addBodyPart(part(picture));
		}
		MimeBodyPart whole = new MimeBodyPart();
		whole.setContent(related);
		return whole;
	}

	private static MimeBodyPart part(InlineImage picture) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.png(), "image/png")));
		part.setContentID("<" + picture.contentId() + ">");
		part.setDisposition(Part.INLINE);
		return part;
	}

	@Override
	protected void updateMessageID() throws MessagingException {
		setHeader("Message-ID", this.messageId);
	}

	/** A title with a line break in it must not become a second header. */
	private static String oneLine(String subject) {
		return subject.replaceAll("\\p{Cntrl}+", " ").strip();
	}

}

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
import org.jfpmonitor.notification.outbox.Letter;
import org.jfpmonitor.notification.render.Picture;
import org.jfpmonitor.plan.id.EmailAddress;

/**
 * A letter as a MIME message: text, HTML and its pictures, marked as sent by a machine,
 * with a Message-ID that never changes.
 */
final class Envelope extends MimeMessage {

	private final String messageId;

	private Envelope(Session session, String messageId) {
		super(session);
		this.messageId = messageId;
	}

	static MimeMessage around(Letter letter, EmailAddress from, Session session) throws MessagingException {
		Envelope message = new Envelope(session, letter.messageId());
		message.setFrom(new InternetAddress(from.value(), true));
		message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient(), true));
		message.setSubject(oneLine(letter.subject()), "UTF-8");
		message.setSentDate(Date.from(letter.createdAt()));
		message.setHeader("Auto-Submitted", "auto-generated");
		MimeBodyPart plain = new MimeBodyPart();
		plain.setText(letter.plain(), "UTF-8", "plain");
		message.setContent(new MimeMultipart("alternative", plain, html(letter)));
		message.saveChanges();
		return message;
	}

	/** The HTML part; with pictures, those travel beside it (RFC 2387). */
	private static MimeBodyPart html(Letter letter) throws MessagingException {
		MimeBodyPart html = new MimeBodyPart();
		html.setText(letter.html(), "UTF-8", "html");
		if (letter.pictures().isEmpty()) {
			return html;
		}
		MimeMultipart related = new MimeMultipart("related; type=\"text/html\"", html);
		for (Picture picture : letter.pictures()) {
			related.addBodyPart(part(picture));
		}
		MimeBodyPart whole = new MimeBodyPart();
		whole.setContent(related);
		return whole;
	}

	private static MimeBodyPart part(Picture picture) throws MessagingException {
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

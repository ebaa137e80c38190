package org.jfpmonitor.notification.smtp;

import java.time.Duration;
import java.util.Objects;
import java.util.Properties;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jfpmonitor.notification.outbox.MailTransport;
import org.jfpmonitor.notification.outbox.MailTransport.FailureKind;
import org.jfpmonitor.notification.outbox.MailTransport.SendFailure;
import org.jfpmonitor.notification.outbox.OutboxMail;
import org.jfpmonitor.plan.id.EmailAddress;

import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands mails to an SMTP server, each over a connection of its own, and never waits
 * without end: every single answer and each mail as a whole has a limit.
 */
public final class SmtpTransport implements MailTransport {

	private static final String CONNECT_MILLIS = "10000";

	/**
	 * Some servers look into a mail before they answer; who gives up too early sends it
	 * twice.
	 */
	private static final String ANSWER_MILLIS = "60000";

	private final JavaMailSenderImpl server;

	private final EmailAddress from;

	private final Duration limit;

	private final String protocol;

	private final SmtpExceptionTranslator translator;

	/**
	 * A post by way of the server.
	 * @param server where it is, who signs in there and how; of its limits those that are
	 * not set are filled in
	 * @param from the sender of every mail
	 * @param limit how long one mail may take in all
	 */
	public SmtpTransport(JavaMailSenderImpl server, EmailAddress from, Duration limit) {
		this.server = server;
		this.from = from;
		this.limit = limit;
		this.protocol = Objects.requireNonNullElse(server.getProtocol(), "smtp");
		this.translator = new SmtpExceptionTranslator(
				server.getHost() + ((server.getPort() > 0) ? ":" + server.getPort() : ""), from);
	}

	@Override
	public void send(OutboxMail mail) throws SendFailure {
		try (SendTimeout timeout = new SendTimeout(this.limit)) {
			Session session = session(timeout);
			MimeMessage message = message(mail, session);
			Transport transport = connected(session);
			try {
				transport.sendMessage(message, message.getAllRecipients());
			}
			catch (MessagingException ex) {
				throw this.translator.ofMail(mail.recipient(), ex, timeout.isOver());
			}
			finally {
				leave(transport);
			}
		}
	}

	private MimeMessage message(OutboxMail mail, Session session) throws SendFailure {
		try {
			return OutgoingMessage.around(mail, this.from, session);
		}
		catch (MessagingException ex) {
			throw new SendFailure(FailureKind.REFUSED, "The mail could not be put together: " + ex.getMessage() + ".",
					ex);
		}
	}

	private Transport connected(Session session) throws SendFailure {
		try {
			Transport transport = session.getTransport(this.protocol);
			transport.connect(this.server.getHost(), this.server.getPort(), this.server.getUsername(),
					this.server.getPassword());
			return transport;
		}
		catch (MessagingException ex) {
			throw this.translator.ofConnection(ex);
		}
	}

	/** What happens at the door changes nothing about a mail that was taken. */
	private static void leave(Transport transport) {
		try {
			transport.close();
		}
		catch (MessagingException ex) {
			// The other side has gone already.
		}
	}

	private Session session(SendTimeout timeout) {
		Properties properties = new Properties();
		properties.putAll(this.server.getJavaMailProperties());
		String prefix = "mail." + this.protocol + ".";
		properties.putIfAbsent(prefix + "connectiontimeout", CONNECT_MILLIS);
		properties.putIfAbsent(prefix + "timeout", ANSWER_MILLIS);
		properties.putIfAbsent(prefix + "writetimeout", ANSWER_MILLIS);
		// Without waiting for an answer to the farewell.
		properties.putIfAbsent(prefix + "quitwait", "false");
		properties.putIfAbsent(prefix + "socketFactory", timeout);
		properties.putIfAbsent(prefix + "socketFactory.fallback", "false");
		return Session.getInstance(properties);
	}

}

package org.jfpmonitor.notification;

import java.util.List;
import java.util.UUID;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.notification.outbox.MailContent;
import org.jfpmonitor.notification.outbox.MailTransport;
import org.jfpmonitor.notification.outbox.MailTransport.SendFailure;
import org.jfpmonitor.notification.outbox.OutboxMail;
import org.jfpmonitor.notification.render.Digest;
import org.jfpmonitor.notification.render.MailRenderer;
import org.jfpmonitor.plan.id.EmailAddress;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Sends one mail that tells nothing, to see whether mails go out. */
@Component
public class MailTrial {

	private static final int STANDARD_PORT = 25;

	private final MailTransport transport;

	private final ObjectProvider<JavaMailSenderImpl> server;

	private final MailRenderer renderer;

	private final EmailAddress sender;

	private final Today today;

	MailTrial(MailTransport transport, ObjectProvider<JavaMailSenderImpl> server, MailRenderer renderer,
			Environment environment, Today today) {
		this.transport = transport;
		this.server = server;
		this.renderer = renderer;
		this.sender = MailSettings.of(environment).sender();
		this.today = today;
	}

	/** Sends a test mail at once, past the outbox, and says what came of it. */
	public TrialOutcome send(EmailAddress recipient) {
		MailContent body = this.renderer.write(new Digest("Test email from JFP Monitor",
				"Emails of JFP Monitor reach you. This one tells nothing else.", List.of(),
				"Somebody asked for this email with the command mail --test."));
		String messageId = "<" + UUID.randomUUID() + ".test@jfp-monitor>";
		OutboxMail mail = new OutboxMail(0, 0, messageId, recipient.value(), body.subject(), body.plain(), body.html(),
				body.pictures(), this.today.now(), 1);
		JavaMailSenderImpl smtp = this.server.getIfAvailable();
		try {
			this.transport.send(mail);
			return (smtp != null) ? new TrialOutcome(true,
					"%s took the test mail from %s for %s as %s. Now look whether it arrived, in the junk folder, too."
						.formatted(inWords(smtp), this.sender, recipient, messageId))
					: new TrialOutcome(false,
							"Expected a mail server under spring.mail.host, found none. The test mail for %s was written to the folder of mails instead; docs/mail.md says what to set."
								.formatted(recipient));
		}
		catch (SendFailure ex) {
			return new TrialOutcome(false, "Expected %s to take a mail from %s for %s, found: %s %s".formatted(
					(smtp != null) ? inWords(smtp) : "the folder of mails", this.sender, recipient, ex.reason(),
					ex.isPermanent() ? "Correct the address, jfp.mail.from or the account."
							: "Check the settings under spring.mail and whether the server can be reached; then try again in some minutes."));
		}
	}

	private static String inWords(JavaMailSenderImpl smtp) {
		return smtp.getHost() + ", port " + ((smtp.getPort() > 0) ? smtp.getPort() : STANDARD_PORT) + ",";
	}

	/**
	 * What came of a test mail.
	 *
	 * @param taken whether a mail server took it
	 * @param words one or two sentences, with the server's own reply when it refused
	 */
	public record TrialOutcome(boolean taken, String words) {

	}

}

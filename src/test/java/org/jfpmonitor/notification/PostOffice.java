package org.jfpmonitor.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.jfpmonitor.assessment.NeverAssessed;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.notification.outbox.JdbcMailRecords;
import org.jfpmonitor.notification.outbox.JdbcOutbox;
import org.jfpmonitor.notification.outbox.MailContent;
import org.jfpmonitor.notification.outbox.MailRecord;
import org.jfpmonitor.notification.outbox.MailRecords;
import org.jfpmonitor.notification.outbox.MailServerHealth;
import org.jfpmonitor.notification.outbox.OutboxDispatcher;
import org.jfpmonitor.notification.outbox.SendingProperties;
import org.jfpmonitor.notification.smtp.SmtpTransport;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.store.TestDatabase;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * The outbox on a database of its own, before any run, with rounds to whatever server.
 * Mails are given up after three attempts.
 */
public final class PostOffice {

	static final EmailAddress FROM = EmailAddress.of("jfp-monitor@example.org");

	private final JdbcClient database = JdbcClient.create(TestDatabase.create().dataSource());

	private final JdbcOutbox outbox = new JdbcOutbox(this.database);

	private final MailServerHealth servers = new MailServerHealth(this.database);

	/** A way to the server on the port. */
	static JavaMailSenderImpl way(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "20000");
		return sender;
	}

	/** Who carries mails to the server on the port. */
	public OutboxDispatcher to(int port) {
		return by(way(port), Duration.ofSeconds(30));
	}

	/** Who carries mails to a server that a test lets hang. */
	OutboxDispatcher impatiently(int port) {
		JavaMailSenderImpl way = way(port);
		way.getJavaMailProperties().setProperty("mail.smtp.timeout", "4000");
		way.getJavaMailProperties().setProperty("mail.smtp.writetimeout", "4000");
		return by(way, Duration.ofSeconds(30));
	}

	OutboxDispatcher by(JavaMailSenderImpl way, Duration timeLimit) {
		SendingProperties properties = new SendingProperties(3, timeLimit);
		return new OutboxDispatcher(this.outbox, this.servers, new SmtpTransport(way, FROM, timeLimit),
				new NeverAssessed(), properties, Today.by(Clock.systemUTC()));
	}

	/** Writes a mail, and returns its number. */
	public long write(String recipient, MailContent body) {
		long number = this.outbox.nextNumber();
		this.outbox.write(number, 1, EmailAddress.of(recipient), body);
		return number;
	}

	public long write(String recipient) {
		return write(recipient, new MailContent("News", "plain", "<p>html</p>", List.of()));
	}

	MailRecords mails() {
		return new JdbcMailRecords(this.database, this.servers);
	}

	MailRecord mail(long number) {
		return mails().find(number).orElseThrow();
	}

	/** As if every pause were over. */
	void later() {
		this.database.sql("update mail set next_attempt_at = now(), leased_until = null where state = 'waiting'")
			.update();
		this.servers.hurry();
	}

	public JdbcClient database() {
		return this.database;
	}

}

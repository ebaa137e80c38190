package org.jfpmonitor.notification;

import java.time.Clock;
import java.time.Duration;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.notification.MailTrial.TrialOutcome;
import org.jfpmonitor.notification.outbox.MailTransport;
import org.jfpmonitor.notification.outbox.MailTransport.SendFailure;
import org.jfpmonitor.notification.render.MailRenderer;
import org.jfpmonitor.notification.smtp.SmtpTransport;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

class MailTrialTest {

	private static final EmailAddress ANALYST = EmailAddress.of("analyst@example.org");

	@Test
	void sendsOneMailAndSaysWhoTookIt() throws Exception {
		GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
		server.start();
		try {
			JavaMailSenderImpl smtp = smtp(server.getSmtp().getPort());

			TrialOutcome outcome = trial(
					new SmtpTransport(smtp, EmailAddress.of("jfp-monitor@example.org"), Duration.ofSeconds(30)), smtp)
				.send(ANALYST);

			assertThat(outcome.taken()).isTrue();
			assertThat(outcome.words()).startsWith("127.0.0.1, port " + smtp.getPort()
					+ ", took the test mail from jfp-monitor@example.org for analyst@example.org as <");
			assertThat(server.getReceivedMessages()).singleElement()
				.satisfies((mail) -> assertThat(mail.getSubject()).isEqualTo("Test email from JFP Monitor"));
		}
		finally {
			server.stop();
		}
	}

	@Test
	void givesTheServersOwnWordsWhenItRefuses() {
		MailTransport refusing = (mail) -> {
			throw new SendFailure(MailTransport.FailureKind.REFUSED, "The server said: 550 5.1.1 No such user here.",
					new IllegalStateException());
		};

		assertThat(trial(refusing, smtp(2525)).send(ANALYST)).isEqualTo(new TrialOutcome(false,
				"Expected 127.0.0.1, port 2525, to take a mail from jfp-monitor@example.org for analyst@example.org,"
						+ " found: The server said: 550 5.1.1 No such user here. Correct the address,"
						+ " jfp.mail.from or the account."));
	}

	@Test
	void saysThatNoServerIsSet() {
		assertThat(trial((mail) -> {
		}, null).send(ANALYST)).isEqualTo(new TrialOutcome(false,
				"Expected a mail server under spring.mail.host, found none. The test mail for analyst@example.org was"
						+ " written to the folder of mails instead; docs/mail.md says what to set."));
	}

	private static JavaMailSenderImpl smtp(int port) {
		JavaMailSenderImpl smtp = new JavaMailSenderImpl();
		smtp.setHost("127.0.0.1");
		smtp.setPort(port);
		return smtp;
	}

	private static MailTrial trial(MailTransport post, @Nullable JavaMailSenderImpl smtp) {
		StaticListableBeanFactory beans = new StaticListableBeanFactory();
		if (smtp != null) {
			beans.addBean("smtp", smtp);
		}
		ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
		files.setPrefix("templates/");
		files.setSuffix(".html");
		SpringTemplateEngine templates = new SpringTemplateEngine();
		templates.setTemplateResolver(files);
		return new MailTrial(post, beans.getBeanProvider(JavaMailSenderImpl.class), new MailRenderer(templates),
				new StandardEnvironment(), Today.by(Clock.systemUTC()));
	}

}

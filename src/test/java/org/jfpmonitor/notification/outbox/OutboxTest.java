package org.jfpmonitor.notification.outbox;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jfpmonitor.notification.PostOffice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The outbox on real PostgreSQL against a real SMTP server. */
class OutboxTest {

	private static final String OWNER = "uec-lead@example.org";

	private final PostOffice office = new PostOffice();

	private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

	private OutboxDispatcher round;

	@BeforeEach
	void start() {
		this.server.start();
		this.round = this.office.to(this.server.getSmtp().getPort());
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void sendsEachMailOnceAsAMachine() throws Exception {
		write("6b Virtual wards: On Track to Underperformance");

		assertThat(this.round.drain()).isEqualTo(1);
		assertThat(this.round.drain()).isZero();

		MimeMessage mail = this.server.getReceivedMessages()[0];
		assertThat(mail.getSubject()).isEqualTo("6b Virtual wards: On Track to Underperformance");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getHeader("Message-ID")[0]).isEqualTo(column("message_id"));
	}

	@Test
	void aLineBreakInATitleMakesNoSecondHeader() throws Exception {
		write("6b Wards\r\nBcc: everybody@example.org");

		this.round.drain();

		MimeMessage mail = this.server.getReceivedMessages()[0];
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject()).isEqualTo("6b Wards Bcc: everybody@example.org");
		assertThat(this.server.getReceivedMessages()).hasSize(1);
	}

	@Test
	void picturesTravelBesideTheHtmlThatShowsThem() throws Exception {
		byte[] png = { (byte) 0x89, 'P', 'N', 'G', 0, 13, 10, 26 };
		this.office.write(OWNER, new MailContent("News", "in words", "<img src=\"cid:beds.1@jfp-monitor\">",
				List.of(new InlineImage("beds.1@jfp-monitor", png, "Beds."))));

		this.round.drain();

		MimeMultipart alternative = (MimeMultipart) this.server.getReceivedMessages()[0].getContent();
		assertThat(alternative.getContentType()).startsWith("multipart/alternative");
		assertThat(alternative.getBodyPart(0).getContent()).isEqualTo("in words");
		MimeMultipart related = (MimeMultipart) alternative.getBodyPart(1).getContent();
		assertThat(related.getContentType()).startsWith("multipart/related; type=\"text/html\"");
		assertThat(related.getBodyPart(0).getContent()).isEqualTo("<img src=\"cid:beds.1@jfp-monitor\">");
		MimeBodyPart picture = (MimeBodyPart) related.getBodyPart(1);
		assertThat(picture.getContentID()).isEqualTo("<beds.1@jfp-monitor>");
		assertThat(picture.getDisposition()).isEqualTo("inline");
		assertThat(picture.getContentType()).isEqualTo("image/png");
		assertThat(picture.getInputStream().readAllBytes()).isEqualTo(png);
	}

	@Test
	void pausesGrowToFourHoursAndAQuarterAtMost() {
		this.office.write(OWNER);
		for (int attempts : new int[] { 1, 2, 5, 9, 39 }) {
			this.office.database()
				.sql("update mail set attempts = :n - 1, next_attempt_at = now()")
				.param("n", attempts)
				.update();
			JdbcOutbox outbox = new JdbcOutbox(this.office.database());
			outbox.putOff(outbox.claim(Duration.ofMinutes(5)).orElseThrow(), "Later.");

			double minutes = Math.min(240, Math.pow(2, attempts - 1));
			double found = this.office.database()
				.sql("select extract(epoch from next_attempt_at - now()) / 60 from mail")
				.query(Double.class)
				.single();
			assertThat(found).isCloseTo(minutes * 1.125, within(minutes * 0.125 + 0.1));
		}
	}

	@Test
	void twoInstancesShareTheMailsOut() throws Exception {
		for (int number = 0; number < 40; number++) {
			write("News " + number);
		}
		ExecutorService instances = Executors.newFixedThreadPool(2);
		try {
			Callable<Integer> drain = this.round::drain;
			int sent = 0;
			for (Future<Integer> each : instances.invokeAll(List.of(drain, drain))) {
				sent += each.get();
			}
			assertThat(sent).isEqualTo(40);
		}
		finally {
			instances.shutdown();
		}
		assertThat(Stream.of(this.server.getReceivedMessages()).map(OutboxTest::messageId)).hasSize(40)
			.doesNotHaveDuplicates();
	}

	private void write(String subject) {
		this.office.write(OWNER, new MailContent(subject, "plain", "<p>html</p>", List.of()));
	}

	private String column(String name) {
		return this.office.database().sql("select " + name + " from mail").query(String.class).single();
	}

	private static String messageId(MimeMessage mail) {
		try {
			return mail.getHeader("Message-ID")[0];
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package org.jfpmonitor.notification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.notification.outbox.Outbox;
import org.jfpmonitor.schedule.Runs;
import org.jfpmonitor.store.SwitchedDataSource;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Extracts come in day after day, and a real mail server takes what is sent. The plan has
 * a title with a line break and one with markup in it.
 */
@TestStore(anewForEachTest = true)
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "jfp.config=src/test/resources/notification/config", "jfp.today=2025-12-31",
				"jfp.mail.from=jfp@example.org", "jfp.mail.reminder=true", "jfp.base-url=https://jfp.example.org",
				"jfp.access.reading=signed-in" })
abstract class MailedRuns {

	static final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

	static final AtomicInteger written = new AtomicInteger();

	static final String OWNER = "uec-lead@example.org";

	static final String COPY = "chief@example.org";

	static final String OFFICE = "plan-office@example.org";

	static final String DATA_TEAM = "data-team@example.org";

	@Autowired
	Runs runs;

	@Autowired
	Outbox outbox;

	@Autowired
	private JdbcClient database;

	@Autowired
	private SwitchedDataSource store;

	@TempDir
	Path folder;

	private int files;

	@DynamicPropertySource
	static void mailServer(DynamicPropertyRegistry settings) {
		if (!server.isRunning()) {
			server.start();
		}
		settings.add("spring.mail.host", () -> "127.0.0.1");
		settings.add("spring.mail.port", () -> server.getSmtp().getPort());
	}

	/** Brought in once, and held by each test's database. */
	@BeforeEach
	void aYearIsHeld() throws Exception {
		server.purgeEmailFromAllMailboxes();
		Path year = figures(IntStream.rangeClosed(4, 12)
			.mapToObj((month) -> "beds,QMM,2024-%02d,120\ncalls,QMM,2024-%02d,80".formatted(month, month))
			.toArray(String[]::new));
		if (count("delivery") == 0) {
			run("2025-01-31", year);
			assertThat(mails()).isEmpty();
			this.store.keep();
		}
	}

	final long count(String table) {
		return this.database.sql("select count(*) from " + table).query(Long.class).single();
	}

	final Path figures(String... lines) throws IOException {
		// The same bytes would not be imported again, and every test begins afresh.
		int unlike = written.incrementAndGet();
		return extract("figures", "measure,organisation,period,value,comment",
				Arrays.stream(lines).flatMap(String::lines).map((line) -> line + "," + unlike).toArray(String[]::new));
	}

	final Path progress(String... lines) throws IOException {
		return extract("progress", "kind,objective,milestone,as-of,status,from,until,author,comment", lines);
	}

	private Path extract(String name, String header, String... lines) throws IOException {
		this.files++;
		return Files.write(this.folder.resolve(name + "-" + this.files + ".csv"),
				Stream.concat(Stream.of(header), Arrays.stream(lines)).toList());
	}

	final void run(String day, Path... extracts) {
		LocalDate on = LocalDate.parse(day);
		this.runs.replay(List.of(extracts), on, Today.startOf(on).plusSeconds(3600), false);
		this.outbox.drain();
	}

	static Map<String, MimeMessage> mails() {
		return Arrays.stream(server.getReceivedMessages())
			.collect(Collectors.toMap(MailedRuns::recipient, Function.identity()));
	}

	private static String recipient(MimeMessage mail) {
		try {
			return mail.getAllRecipients()[0].toString();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String plain(MimeMessage mail) throws MessagingException, IOException {
		return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString().replace("\r\n", "\n");
	}

	static String everything(MimeMessage mail) throws MessagingException, IOException {
		Object second = ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
		return mail.getSubject() + plain(mail)
				+ ((second instanceof MimeMultipart related) ? related.getBodyPart(0).getContent() : second);
	}

}

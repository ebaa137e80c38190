package org.jfpmonitor.notification;

import java.io.ByteArrayInputStream;
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

import javax.imageio.ImageIO;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.schedule.Runs;
import org.jfpmonitor.store.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
@TestStore
@SpringBootTest(webEnvironment = WebEnvironment.NONE,
		properties = { "jfp.config=src/test/resources/notification/config", "jfp.today=2025-12-31",
				"jfp.mail.from=jfp@example.org", "jfp.mail.reminder=true", "jfp.base-url=https://jfp.example.org" })
class MailedRunsTest {

	private static final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

	private static final AtomicInteger written = new AtomicInteger();

	private static final String OWNER = "uec-lead@example.org";

	private static final String COPY = "chief@example.org";

	private static final String OFFICE = "plan-office@example.org";

	private static final String DATA_TEAM = "data-team@example.org";

	@Autowired
	private Runs runs;

	@Autowired
	private MailPreview preview;

	@Autowired
	private JdbcClient database;

	@TempDir
	private Path folder;

	private int files;

	@DynamicPropertySource
	static void mailServer(DynamicPropertyRegistry settings) {
		server.start();
		settings.add("spring.mail.host", () -> "127.0.0.1");
		settings.add("spring.mail.port", () -> server.getSmtp().getPort());
	}

	@AfterAll
	static void stop() {
		server.stop();
	}

	@BeforeEach
	void aYearIsHeld() throws Exception {
		server.purgeEmailFromAllMailboxes();
		this.database.sql("""
				truncate figure_set, withdrawn_reading, coverage, observation, milestone_report, published_position,
				         status_override, assessment_run, objective_status, measure_status, assessment_change, delivery,
				         delivery_period, reject, reject_count, arrival, mail, mail_picture, told, mail_round, run
				         restart identity cascade
				""").update();
		run("2025-01-31",
				figures(IntStream.rangeClosed(4, 12)
					.mapToObj((month) -> "beds,QMM,2024-%02d,120\ncalls,QMM,2024-%02d,80".formatted(month, month))
					.toArray(String[]::new)));
		assertThat(mails()).isEmpty();
	}

	@Test
	void oneMailTellsTheOwnerWhatChangedAndWhyAndTheSameGoesToTheCopy() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,80"));

		Map<String, MimeMessage> mails = mails();
		assertThat(mails).containsOnlyKeys(OWNER, COPY, OFFICE);
		MimeMessage mail = mails.get(OWNER);
		assertThat(mail.getSubject())
			.isEqualTo("6b Virtual wards Bcc: everybody@example.org: On Track to Underperformance");
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getFrom()[0]).hasToString("jfp@example.org");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(plain(mail)).isEqualTo(
				"""
						A plan <b>with</b> owners, as of 28 February 2025.

						Changed status
						--------------

						6b Virtual wards Bcc: everybody@example.org moved from On Track to Underperformance.
						  * Underperformance, because of “Beds <now>”.
						  * Beds <now>: 90 in January 2025, against 100 required from 30 April 2024: missed. (figures-2.csv, line 2) Missed for 1 month, since January 2025.
						  Why objective 6b stands where it stands:
						  https://jfp.example.org/objectives/6b

						--\s
						You get this mail because the plan names you for this. News is told once, on the morning after it came.
						""");
		assertThat(plain(mails.get(COPY))).isEqualTo(plain(mail));
	}

	@Test
	void htmlSaysTheSameWithMarkupMadeHarmlessAndAPictureThatIsDescribed() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,80"));

		MimeMultipart related = (MimeMultipart) ((MimeMultipart) mails().get(OWNER).getContent()).getBodyPart(1)
			.getContent();
		String html = related.getBodyPart(0).getContent().toString();
		assertThat(html).contains("A plan &lt;b&gt;with&lt;/b&gt; owners, as of 28 February 2025.",
				"Beds &lt;now&gt;: 90 in January 2025, against 100 required from 30 April 2024: missed. (figures-2.csv, line 2) Missed for 1 month, since January 2025.",
				"src=\"cid:beds.2@jfp-monitor\" alt=\"Chart of Beds &lt;now&gt;, monthly: 120 in April 2024, 90 in January 2025, against 100 required; higher is better.\" width=\"420\" height=\"200\"",
				"href=\"https://jfp.example.org/objectives/6b\"")
			.doesNotContain("<b>", "<now>");
		MimeBodyPart picture = (MimeBodyPart) related.getBodyPart(1);
		assertThat(picture.getContentID()).isEqualTo("<beds.2@jfp-monitor>");
		assertThat(ImageIO.read(new ByteArrayInputStream(picture.getInputStream().readAllBytes())).getWidth())
			.isEqualTo(840);
	}

	@Test
	void officeIsToldOfTheWholeRunAndInFullOfWhatHasNoOwner() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,110"));

		MimeMessage mail = mails().get(OFFICE);
		assertThat(mail.getSubject()).isEqualTo("6c Ownerless: On Track to Underperformance");
		assertThat(plain(mail)).isEqualTo(
				"""
						A plan <b>with</b> owners, as of 28 February 2025.

						Changed status
						--------------

						6c Ownerless moved from On Track to Underperformance.
						  * Underperformance, because of “Calls”.
						  * Calls: 110 in January 2025, against 100 required from 30 April 2024: missed. (figures-2.csv, line 3) Missed for 1 month, since January 2025.
						  Why objective 6c stands where it stands:
						  https://jfp.example.org/objectives/6c

						What changed, and who was told
						------------------------------

						2 changes.
						  * 6b Virtual wards Bcc: everybody@example.org moved from On Track to Underperformance. Told: uec-lead@example.org, chief@example.org.
						  * 6c Ownerless moved from On Track to Underperformance. Told: plan-office@example.org, chief@example.org.
						  The board:
						  https://jfp.example.org/

						What came in
						------------

						1 file.
						  * figures-2.csv: 2 figures, 0 revised; 0 of 2 lines rejected.
						  All deliveries:
						  https://jfp.example.org/deliveries

						--\s
						You get this mail because the plan names you for this. News is told once, on the morning after it came.
						""");
		assertThat(mails().get(COPY).getSubject())
			.isEqualTo("6b Virtual wards Bcc: everybody@example.org: On Track to Underperformance, and 1 more");
	}

	@Test
	void aRunWithoutNewsSendsNothing() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,80"));
		server.purgeEmailFromAllMailboxes();

		run("2025-02-28");

		assertThat(mails()).isEmpty();
	}

	@Test
	void aFeedsOwnerHearsWhereLinesWereRejectedButNotWhatStoodThere() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,four five six", "beds,QMM,2025-01,NHS 943 476 5919",
				"nonsense,QMM,2025-01,1", "calls,QMM,2025-01,80"));

		MimeMessage mail = mails().get(DATA_TEAM);
		assertThat(mail.getSubject()).isEqualTo("figures-2.csv: 3 lines rejected");
		assertThat(plain(mail)).contains(
				"""
						Files and lines refused
						-----------------------

						Local figures: 3 lines of figures-2.csv, read with 4 lines, were rejected; the others were published as delivery 2.
						  * not_a_number in column value: lines 2, 3.
						  * unknown_measure in column measure: line 4.
						  Every rejected line, as a CSV file:
						  https://jfp.example.org/api/deliveries/2/rejects.csv
						""");
		assertThat(mails().values())
			.allSatisfy((each) -> assertThat(everything(each)).doesNotContain("943", "four five"));
		assertThat(plain(mails().get(OFFICE)))
			.contains("figures-2.csv: 1 figure, 0 revised; 3 of 4 lines rejected. Told: data-team@example.org.");
	}

	@Test
	void aFileWithALineBreakInItsNameMakesNoSecondHeader() throws Exception {
		Path file = Files.writeString(this.folder.resolve("x\r\nBcc: a@example.org\r\n.csv"), "what,is,this\n1,2,3\n");

		run("2025-02-28", file);

		MimeMessage mail = mails().get(OFFICE);
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject()).startsWith("x").endsWith(".csv: refused whole");
		assertThat(plain(mail)).contains("A file of no known feed: ",
				" was refused whole, and nothing of it was published.");
		assertThat(plain(mail).lines()).noneMatch((line) -> line.startsWith("Bcc:"));
	}

	@Test
	void feedOwnerAndTheOwnersWhoWaitHearOfOverdueFiguresOnce() throws Exception {
		run("2025-03-10");
		Map<String, MimeMessage> mails = mails();
		server.purgeEmailFromAllMailboxes();
		run("2025-03-11");

		assertThat(mails()).isEmpty();
		assertThat(mails).containsOnlyKeys(OWNER, COPY, OFFICE, DATA_TEAM);
		assertThat(mails.get(DATA_TEAM).getSubject()).isEqualTo("Local figures: figures overdue");
		assertThat(plain(mails.get(DATA_TEAM))).contains(
				"""
						Figures overdue
						---------------

						Local figures: figures that are due have not come.
						  * 6b Virtual wards Bcc: everybody@example.org: Beds <now>: not assessed, because there is no figure since December 2024; the one for January 2025 was due by 3 March 2025. (figures-1.csv, line 18)
						  * 6c Ownerless: Calls: not assessed, because there is no figure since December 2024; the one for January 2025 was due by 3 March 2025. (figures-1.csv, line 19)
						  How each feed stands:
						  https://jfp.example.org/feeds
						""");
	}

	@Test
	void recoveriesRestatementsAndOverridesThatEndHaveTheirOwnSections() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,80"));
		server.purgeEmailFromAllMailboxes();

		run("2025-03-28", figures("beds,QMM,2025-02,100", "calls,QMM,2025-02,80", "beds,QMM,2024-12,99"),
				progress("override,6b,,,delayed,2025-03-01,2025-03-31,office,Beds closed for works."));
		String words = plain(mails().get(OWNER));

		assertThat(words).contains(
				"""
						Past status changed by a restatement
						------------------------------------

						6b Virtual wards Bcc: everybody@example.org as of 31 December 2024 moved from On Track to Underperformance, because figures or reports were restated.
						""",
				"https://jfp.example.org/objectives/6b?as-of=2024-12-31",
				"""
						Overrides about to end
						----------------------

						6b Virtual wards Bcc: everybody@example.org: the status set by a person ends soon. Set to Delayed by office from 1 March 2025 to the end of 31 March 2025: Beds closed for works.
						""");
		server.purgeEmailFromAllMailboxes();
		run("2025-04-01");
		assertThat(plain(mails().get(OWNER))).contains(
				"""
						Recovered
						---------

						6b Virtual wards Bcc: everybody@example.org moved from Delayed to On Track.
						  * On Track: none of its parts is behind.
						  * Beds <now>: 100 in February 2025, against 100 required from 30 April 2024: met. (figures-3.csv, line 2) Met what was required in February 2025.
						""");
	}

	@Test
	void anEarlyWarningComesOnceAnEpisode() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,105", "calls,QMM,2025-01,80"));
		MimeMessage mail = mails().get(OWNER);
		server.purgeEmailFromAllMailboxes();
		run("2025-03-28", figures("beds,QMM,2025-02,104", "calls,QMM,2025-02,80"));

		assertThat(mails()).containsOnlyKeys(OFFICE);
		assertThat(mail.getSubject()).isEqualTo("6b Virtual wards Bcc: everybody@example.org: early warning");
		assertThat(plain(mail)).contains(
				"""
						Early warnings
						--------------

						6b Virtual wards Bcc: everybody@example.org: early warning. Beds <now>: still On Track, but since January 2025 there is a significant change for the worse: the latest figure is below the lower process limit.
						""");
	}

	@Test
	void firstRunOfAMonthRemindsOfWhatIsStillBehind() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,80"));
		server.purgeEmailFromAllMailboxes();

		run("2025-03-01");
		Map<String, MimeMessage> mails = mails();
		server.purgeEmailFromAllMailboxes();
		run("2025-03-02");

		assertThat(mails()).isEmpty();
		assertThat(mails).containsOnlyKeys(OWNER, COPY);
		assertThat(mails.get(OWNER).getSubject())
			.isEqualTo("6b Virtual wards Bcc: everybody@example.org: still Underperformance");
		assertThat(plain(mails.get(OWNER))).contains("""
				Still underperforming or delayed
				--------------------------------

				6b Virtual wards Bcc: everybody@example.org: Underperformance since 28 February 2025.
				  * Underperformance, because of “Beds <now>”.
				""");
	}

	@Test
	void previewShowsWhatARunWouldSendAndLeavesNoTrace() throws Exception {
		long runs = count("assessment_run");

		List<String> mails = this.preview.write(this.folder.resolve("preview"));

		assertThat(mails).contains("data-team@example.org: Local figures: figures overdue");
		try (Stream<Path> written = Files.list(this.folder.resolve("preview"))) {
			assertThat(written.map((each) -> each.getFileName().toString().replaceFirst("^\\d+-", ""))).contains(
					"data-team@example.org.eml", "data-team@example.org.html", "uec-lead@example.org.eml",
					"uec-lead@example.org.html");
		}
		assertThat(mails()).isEmpty();
		assertThat(count("assessment_run")).isEqualTo(runs);
		assertThat(count("mail") + count("mail_picture") + count("told")).isZero();

		this.runs.reassess();

		assertThat(mails()).containsKeys(DATA_TEAM, OWNER, OFFICE);
	}

	private long count(String table) {
		return this.database.sql("select count(*) from " + table).query(Long.class).single();
	}

	private Path figures(String... lines) throws IOException {
		// The same bytes would not be imported again, and every test begins afresh.
		int unlike = written.incrementAndGet();
		return extract("figures", "measure,organisation,period,value,comment",
				Arrays.stream(lines).flatMap(String::lines).map((line) -> line + "," + unlike).toArray(String[]::new));
	}

	private Path progress(String... lines) throws IOException {
		return extract("progress", "kind,objective,milestone,as-of,status,from,until,author,comment", lines);
	}

	private Path extract(String name, String header, String... lines) throws IOException {
		this.files++;
		return Files.write(this.folder.resolve(name + "-" + this.files + ".csv"),
				Stream.concat(Stream.of(header), Arrays.stream(lines)).toList());
	}

	private void run(String day, Path... extracts) {
		LocalDate on = LocalDate.parse(day);
		this.runs.replay(List.of(extracts), on, Today.startOf(on).plusSeconds(3600), false);
	}

	private static Map<String, MimeMessage> mails() {
		return Arrays.stream(server.getReceivedMessages())
			.collect(Collectors.toMap(MailedRunsTest::recipient, Function.identity()));
	}

	private static String recipient(MimeMessage mail) {
		try {
			return mail.getAllRecipients()[0].toString();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String plain(MimeMessage mail) throws MessagingException, IOException {
		return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString().replace("\r\n", "\n");
	}

	private static String everything(MimeMessage mail) throws MessagingException, IOException {
		Object second = ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
		return mail.getSubject() + plain(mail)
				+ ((second instanceof MimeMultipart related) ? related.getBodyPart(0).getContent() : second);
	}

}

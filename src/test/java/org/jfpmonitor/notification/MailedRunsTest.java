package org.jfpmonitor.notification;

import java.io.ByteArrayInputStream;
import java.util.Map;

import javax.imageio.ImageIO;

import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jfpmonitor.EveryCase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What owners and copies are told, word for word. */
class MailedRunsTest extends MailedRuns {

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
						A plan <b>with</b> owners, position on 28 February 2025.

						Changed status
						--------------

						6b Virtual wards Bcc: everybody@example.org moved from On Track to Underperformance.
						  * Beds <now>: 90 in January 2025, against 100 required from 30 April 2024: missed. (figures-2.csv, line 2) Missed for 1 month, since January 2025.
						  Why objective 6b stands where it stands:
						  https://jfp.example.org/objectives/6b?edition=mails

						--\s
						You get this email because you are the owner of objective 6b. Each piece of news is told once, after the run that found it.
						""");
		assertThat(plain(mails.get(COPY)))
			.isEqualTo(plain(mail).replace("the owner of objective 6b", "copied in on ambition 6"));
	}

	@Test
	void htmlSaysTheSameWithMarkupMadeHarmlessAndAPictureThatIsDescribed() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,80"));

		MimeMultipart related = (MimeMultipart) ((MimeMultipart) mails().get(OWNER).getContent()).getBodyPart(1)
			.getContent();
		String html = related.getBodyPart(0).getContent().toString();
		assertThat(html).contains("A plan &lt;b&gt;with&lt;/b&gt; owners, position on 28 February 2025.",
				"Beds &lt;now&gt;: 90 in January 2025, against 100 required from 30 April 2024: missed. (figures-2.csv, line 2) Missed for 1 month, since January 2025.",
				"src=\"cid:beds.2@jfp-monitor\" alt=\"Chart of Beds &lt;now&gt;, monthly: 120 in April 2024, 90 in January 2025, against 100 required; higher is better.\" width=\"480\" height=\"272\"",
				"href=\"https://jfp.example.org/objectives/6b?edition=mails\"")
			.doesNotContain("<b>", "<now>");
		MimeBodyPart picture = (MimeBodyPart) related.getBodyPart(1);
		assertThat(picture.getContentID()).isEqualTo("<beds.2@jfp-monitor>");
		assertThat(ImageIO.read(new ByteArrayInputStream(picture.getInputStream().readAllBytes())).getWidth())
			.isEqualTo(960);
	}

	@Test
	void aFinalCommentIsInTheNextMail() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,80"),
				progress("comment,6b,,2025-01-31,,,,office,Two wards <b>are</b> closed."));

		assertThat(plain(mails().get(OWNER)))
			.contains("\n  Comment for January 2025 by office:\n\n    Two wards <b>are</b> closed.\n\n");
	}

	@Test
	void aRunWithoutNewsSendsNothing() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,80"));
		server.purgeEmailFromAllMailboxes();

		run("2025-02-28");

		assertThat(mails()).isEmpty();
	}

	@EveryCase
	@Test
	void recoveriesRestatementsAndOverridesThatEndHaveTheirOwnSections() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,80"));
		server.purgeEmailFromAllMailboxes();

		run("2025-03-28", figures("beds,QMM,2025-02,100", "calls,QMM,2025-02,80", "beds,QMM,2024-12,99"),
				progress("override,6b,,,delayed,2025-03-01,2025-03-31,office,Beds closed for works."));
		String words = plain(mails().get(OWNER));

		assertThat(mails().get(OWNER).getSubject())
			.startsWith("6b Virtual wards Bcc: everybody@example.org: set manually to Delayed");
		assertThat(words).doesNotContain("Recovered")
			.contains(
					"6b Virtual wards Bcc: everybody@example.org was set to Delayed (computed On Track) by office until 31 March 2025: Beds closed for works.\n",
					"""
							Past status changed by a restatement
							------------------------------------

							6b Virtual wards Bcc: everybody@example.org as of 31 December 2024 moved from On Track to Underperformance, because figures or reports were restated or withdrawn since the run before. Charts mark the figures that were restated and the periods that have none.
							""",
					"https://jfp.example.org/objectives/6b?as-of=2024-12-31&edition=mails",
					"""
							Statuses set manually that end soon
							-----------------------------------

							6b Virtual wards Bcc: everybody@example.org: the status set manually ends soon; the computed one is On Track. Set to Delayed by office from 1 March 2025 to the end of 31 March 2025: Beds closed for works.
							""");
		server.purgeEmailFromAllMailboxes();
		run("2025-04-01");
		assertThat(plain(mails().get(OWNER))).contains(
				"""
						Changed status
						--------------

						6b Virtual wards Bcc: everybody@example.org: the status set manually ended; it is now On Track, as computed. Set to Delayed by office from 1 March 2025 to the end of 31 March 2025: Beds closed for works. Nobody revoked it: it ended after its last day.
						  * Beds <now>: 100 in February 2025, against 100 required from 30 April 2024: met. (figures-3.csv, line 2) Met what was required in February 2025.
						""");
	}

	@Test
	void aStatusSetManuallyHoldsToTheDayBeforeItWasRevokedWhereverItIsTold() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,100", "calls,QMM,2025-01,80"));
		server.purgeEmailFromAllMailboxes();
		run("2025-02-28", progress("override,6b,,,underperformance,2025-02-28,2025-06-30,office,Beds closed.",
				"revocation,6b,,,,2025-03-05,,secretary,They open."));
		String words = "Set to Underperformance by office from 28 February 2025 to the end of 4 March 2025:"
				+ " Beds closed. Revoked from 5 March 2025 by secretary: They open.";

		assertThat(plain(mails().get(OWNER))).contains("by office until 4 March 2025: Beds closed.")
			.containsOnlyOnce(words);
		server.purgeEmailFromAllMailboxes();
		run("2025-03-05");

		assertThat(plain(mails().get(OWNER))).containsOnlyOnce(words).doesNotContain("30 June 2025");
	}

	@EveryCase
	@Test
	void aStatusThatWasSetManuallyAndRevokedIsNoRecovery() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,100", "calls,QMM,2025-01,80"));
		run("2025-02-28", progress("override,6b,,,underperformance,2025-02-28,2025-03-31,office,Beds closed."));
		server.purgeEmailFromAllMailboxes();

		run("2025-02-28", progress("revocation,6b,,,,2025-02-28,,secretary,They were open."));

		String told = "6b Virtual wards Bcc: everybody@example.org: the status set manually ended; it is now On Track,"
				+ " as computed. Set to Underperformance by office from 28 February 2025, but held on no day:"
				+ " Beds closed. Revoked from 28 February 2025 by secretary: They were open.";
		assertThat(mails().get(OWNER).getSubject())
			.isEqualTo("6b Virtual wards Bcc: everybody@example.org: status set manually ended, now On Track");
		assertThat(plain(mails().get(OWNER))).contains("Changed status\n--------------\n\n" + told + "\n")
			.doesNotContain("Recovered", "moved from");
		assertThat(plain(mails().get(OFFICE))).contains(told).doesNotContain("Recovered", "moved from");
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

						6b Virtual wards Bcc: everybody@example.org: early warning. Beds <now>: still On Track, but there is a significant change for the worse: the latest figure is below the lower process limit. Its figures have shown such a change since January 2025.
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

				6b Virtual wards Bcc: everybody@example.org: Underperformance since January 2025.
				""");
	}

}

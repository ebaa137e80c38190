package org.jfpmonitor.notification;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What the office and the owners of feeds are told, and what a preview shows. */
class MailedSummaryTest extends MailedRuns {

	@Autowired
	private MailPreview preview;

	@Test
	void officeIsToldOfTheWholeRunAndInFullOfWhatHasNoOwner() throws Exception {
		run("2025-02-28", figures("beds,QMM,2025-01,90", "calls,QMM,2025-01,110"));

		MimeMessage mail = mails().get(OFFICE);
		assertThat(mail.getSubject()).isEqualTo("6c Ownerless: On Track to Underperformance");
		assertThat(plain(mail)).isEqualTo(
				"""
						A plan <b>with</b> owners, position on 28 February 2025.

						Changed status
						--------------

						6c Ownerless moved from On Track to Underperformance.
						  * Calls: 110 in January 2025, against 100 required from 30 April 2024: missed. (figures-2.csv, line 3) Missed for 1 month, since January 2025.
						  Why objective 6c stands where it stands:
						  https://jfp.example.org/objectives/6c?edition=mails

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
						  * figures-2.csv: 2 figures, 0 revised or taken back; 0 of 2 lines rejected.
						  All files received:
						  https://jfp.example.org/deliveries

						--\s
						You get this email because you are the plan's office. Each piece of news is told once, after the run that found it.
						""");
		assertThat(mails().get(COPY).getSubject())
			.isEqualTo("6b Virtual wards Bcc: everybody@example.org: On Track to Underperformance, and 1 more");
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

						Local figures: 3 of 4 lines of figures-2.csv were rejected; the others were published (number 2 of the files received).
						  * Not a number, in column value: lines 2, 3.
						  * An unknown measure, in column measure: line 4.
						  Every rejected line, as a CSV file:
						  https://jfp.example.org/api/deliveries/2/rejects.csv
						""");
		assertThat(mails().values())
			.allSatisfy((each) -> assertThat(everything(each)).doesNotContain("943", "four five"));
		assertThat(plain(mails().get(OFFICE))).contains(
				"figures-2.csv: 1 figure, 0 revised or taken back; 3 of 4 lines rejected. Told: data-team@example.org.");
	}

	@Test
	void aFileWithALineBreakInItsNameMakesNoSecondHeader() throws Exception {
		Path file = Files.writeString(this.folder.resolve("x\r\nBcc: a@example.org\r\n.csv"), "what,is,this\n1,2,3\n");

		run("2025-02-28", file);

		MimeMessage mail = mails().get(OFFICE);
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject()).startsWith("x").endsWith(".csv: refused whole");
		assertThat(plain(mail)).contains("A file of no known data source: ",
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
						  How each data source stands:
						  https://jfp.example.org/feeds
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

		this.runs.importFiles(List.of());
		this.outbox.drain();

		assertThat(mails()).containsKeys(DATA_TEAM, OWNER, OFFICE);
	}

}

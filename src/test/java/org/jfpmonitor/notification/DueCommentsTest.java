package org.jfpmonitor.notification;

import org.junit.jupiter.api.Test;

import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** Owners are reminded of their comments before a report is due, once. */
@TestPropertySource(properties = { "jfp.mail.report-due=2025-03-20", "jfp.mail.report-reminder-days=10" })
class DueCommentsTest extends MailedRuns {

	@Test
	void anOwnerIsToldOnceWhichCommentIsStillToCome() throws Exception {
		run("2025-03-09", figures("beds,QMM,2025-01,120", "calls,QMM,2025-01,80"));
		assertThat(mails()).doesNotContainKey(OWNER);
		server.purgeEmailFromAllMailboxes();

		run("2025-03-10", figures("beds,QMM,2025-02,120"));

		assertThat(mails().get(OWNER).getSubject()).contains("6b ", ": comment due by 20 March 2025");
		assertThat(plain(mails().get(OWNER))).contains("""
				Comments due for the report
				---------------------------
				""", "the comment for February 2025 is due by 20 March 2025, for the report.",
				"  * Nothing has been written yet.", "  * It stands at On Track.",
				"  Write the comment:\n  https://jfp.example.org/objectives/6b/comments/2025-02");
		assertThat(mails()).doesNotContainKey(COPY);

		server.purgeEmailFromAllMailboxes();
		run("2025-03-11", figures("calls,QMM,2025-02,80"));
		assertThat(mails()).doesNotContainKey(OWNER);
	}

	@Test
	void whoHasWrittenAFinalCommentIsLeftInPeace() throws Exception {
		run("2025-03-10", figures("beds,QMM,2025-02,120", "calls,QMM,2025-02,80", "beds,QMM,2025-01,120"),
				progress("comment,6b,,2025-02-28,,,,office,Beds were kept open."));

		assertThat(mails().containsKey(OWNER) ? plain(mails().get(OWNER)) : "")
			.doesNotContain("6b Virtual wards Bcc: everybody@example.org: the comment for");
	}

}

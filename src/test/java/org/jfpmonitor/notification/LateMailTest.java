package org.jfpmonitor.notification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.notification.ScriptedServer.Taken;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.store.FreePort;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a mail says that goes out days after it was written. */
class LateMailTest {

	/** The day on which mails go out at last. */
	private static final LocalDate SENT = LocalDate.of(2025, 4, 1);

	private final int port = FreePort.find();

	private final FiveOwners owners = new FiveOwners(TestDatabase.create().dataSource(), this.port,
			Clock.fixed(SENT.atTime(12, 0).atZone(Today.LONDON).toInstant(), Today.LONDON));

	@AfterEach
	void close() {
		this.owners.close();
	}

	@Test
	void saysThatTheStatusHasChangedAgainAndTheNewerMailComesToo() throws Exception {
		figures("2024-12", 120, "2025-01-05");
		this.owners.run("2025-01-10");
		figures("2025-01", 120, "2025-02-04");
		figure("2025-01", 80, "2025-02-05");
		runAndFailToSend("2025-02-05");
		figures("2025-02", 130, "2025-03-01");
		this.owners.run("2025-03-01");

		List<Taken> mails = sendAtLast(2);

		assertThat(mails).extracting(Taken::messageId)
			.containsExactlyInAnyOrderElementsOf(
					this.owners.jdbc().sql("select message_id from mail").query(String.class).list());
		String note = "This email was written on 5 February 2025 and could not be sent until " + today()
				+ ". 6b Wards 6b has since moved to On Track.";
		assertThat(plain(mails.get(0))).startsWith(note + "\r\n\r\n");
		assertThat(html(mails.get(0))).containsSubsequence("<body", note + "</p>", "6b Wards 6b moved from");
		assertThat(plain(mails.get(1))).doesNotContain("This email was written");
	}

	@Test
	void saysWhenItWasWrittenThoughAllIsAsItWas() throws Exception {
		figures("2024-12", 120, "2025-01-05");
		this.owners.run("2025-01-10");
		figure("2025-01", 80, "2025-02-05");
		runAndFailToSend("2025-02-05");
		this.owners.run("2025-02-06");

		assertThat(plain(sendAtLast(1).get(0))).startsWith(
				"This email was written on 5 February 2025 and could not be sent until " + today() + ".\r\n\r\n");
	}

	@Test
	void saysThatAnEarlyWarningIsOver() throws Exception {
		long[] steady = { 200, 204, 198, 203, 199, 202, 201, 197, 203, 200, 198, 204 };
		for (int month = 1; month <= steady.length; month++) {
			figures("2024-%02d".formatted(month), steady[month - 1], "2025-01-08");
		}
		this.owners.run("2025-01-10");
		figures("2025-01", 200, "2025-02-04");
		figure("2025-01", 170, "2025-02-05");
		runAndFailToSend("2025-02-05");
		figures("2025-02", 201, "2025-03-01");
		this.owners.run("2025-03-01");

		assertThat(plain(sendAtLast(1).get(0)))
			.contains(today() + ". The early warning about Beds of 6b (6b Wards 6b) is over.\r\n\r\n");
	}

	@Test
	void saysThatAFigureIsNoLongerOverdue() throws Exception {
		figures("2024-12", 120, "2025-01-05");
		this.owners.run("2025-01-10");
		for (String objective : List.of("6a", "6c", "6d", "6e")) {
			this.owners.figure(objective, "2025-01", 120, "2025-02-04T09:00:00Z");
		}
		runAndFailToSend("2025-03-03");
		figure("2025-01", 120, "2025-03-04");
		this.owners.run("2025-03-04");

		assertThat(plain(sendAtLast(2).get(0))).contains(today() + ". 6b Wards 6b has since moved to On Track."
				+ " The figure of Beds of 6b (6b Wards 6b) is no longer overdue.\r\n\r\n");
	}

	@Test
	void saysThatAPastMonthWasRestatedAgain() throws Exception {
		figures("2024-12", 120, "2025-01-05");
		figures("2025-01", 120, "2025-02-04");
		this.owners.run("2025-02-05");
		figures("2025-02", 120, "2025-03-04");
		this.owners.run("2025-03-05");
		figure("2025-01", 80, "2025-03-10");
		runAndFailToSend("2025-03-10");
		figure("2025-01", 110, "2025-03-11");
		this.owners.run("2025-03-11");

		assertThat(plain(sendAtLast(2).get(0))).contains(
				today() + ". 6b Wards 6b as of 31 January 2025 has been restated again: it is now On Track.\r\n\r\n");
	}

	@Test
	void saysThatAnOverrideHasEnded() throws Exception {
		figures("2024-12", 120, "2025-01-05");
		this.owners.run("2025-01-10");
		StatusOverride override = new StatusOverride(ObjectiveCode.of("6b"), Status.DELAYED, "Contract not signed",
				"office", LocalDate.of(2025, 1, 11), LocalDate.of(2025, 1, 31),
				new Origin(null, null, Place.line(0), Instant.parse("2025-01-11T09:00:00Z")));
		this.owners.transaction()
			.executeWithoutResult((transaction) -> this.owners.reports().recordOverride(FiveOwners.EDITION, override));
		runAndFailToSend("2025-01-24");
		this.owners.run("2025-02-01");

		assertThat(plain(sendAtLast(2).get(0))).contains(today() + ". 6b Wards 6b has since moved to On Track."
				+ " The override of 6b Wards 6b has ended: it is now On Track.\r\n\r\n");
	}

	/**
	 * The mails of the run stay where they are, as if they had been written on its day.
	 */
	private void runAndFailToSend(String day) {
		long run = this.owners.run(day);
		assertThat(this.owners.drain()).isZero();
		assertThat(this.owners.jdbc()
			.sql("update mail set created_at = :day::date where run = :run")
			.param("day", day)
			.param("run", run)
			.update()).isEqualTo(1);
	}

	/**
	 * What goes out once the server is there, in the order in which it was written; mails
	 * of later runs as if they had been written on the day itself.
	 */
	private List<Taken> sendAtLast(int mails) {
		try (ScriptedServer server = ScriptedServer.start(this.port, ScriptedServer::asUsual)) {
			this.owners.later();
			this.owners.jdbc()
				.sql("update mail set created_at = :now where created_at > :now")
				.param("now", SENT.atTime(6, 0).atZone(Today.LONDON).toOffsetDateTime())
				.update();
			assertThat(this.owners.drain()).isEqualTo(mails);
			return server.taken();
		}
	}

	private void figures(String month, long beds, String arrived) {
		FiveOwners.OBJECTIVES.forEach((each) -> this.owners.figure(each, month, beds, arrived + "T08:00:00Z"));
	}

	private void figure(String month, long beds, String arrived) {
		this.owners.figure("6b", month, beds, arrived + "T09:00:00Z");
	}

	private static String today() {
		return Phrasing.day(SENT);
	}

	private String plain(Taken mail) throws IOException, MessagingException {
		return String.valueOf(parts(mail).getBodyPart(0).getContent());
	}

	private String html(Taken mail) throws IOException, MessagingException {
		BodyPart html = parts(mail).getBodyPart(1);
		while (html.getContent() instanceof Multipart related) {
			html = related.getBodyPart(0);
		}
		return String.valueOf(html.getContent());
	}

	private static Multipart parts(Taken mail) throws IOException, MessagingException {
		byte[] bytes = mail.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
		return (Multipart) new MimeMessage(null, new ByteArrayInputStream(bytes)).getContent();
	}

}

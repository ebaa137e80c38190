package org.jfpmonitor.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.jfpmonitor.EveryCase;
import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.notification.ScriptedServer.Script;
import org.jfpmonitor.notification.ScriptedServer.Step;
import org.jfpmonitor.notification.ScriptedServer.Taken;
import org.jfpmonitor.notification.outbox.MailContent;
import org.jfpmonitor.notification.outbox.MailRecord;
import org.jfpmonitor.notification.outbox.MailRecords;
import org.jfpmonitor.store.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of mails when the mail server does not do what one hopes for. */
class ServerTroubleTest {

	private static final String OWNER = "uec-lead@example.org";

	private static final String OTHER = "cancer-lead@example.org";

	private final PostOffice office = new PostOffice();

	@Test
	void whileTheServerIsDownForDaysNothingIsLostAndNoAttemptIsCounted() {
		long first = this.office.write(OWNER);
		long second = this.office.write(OTHER);
		int port = FreePort.find();
		for (int night = 0; night < 20; night++) {
			assertThat(this.office.to(port).drain()).isZero();
			this.office.later();
		}

		assertThat(this.office.mail(first).state()).isEqualTo(MailRecord.State.WAITING);
		assertThat(this.office.mail(first).attempts()).isZero();
		assertThat(this.office.mails().serverTrouble().orElseThrow().reason())
			.isEqualTo("The mail server 127.0.0.1:" + port + " cannot be reached: the connection was refused.");
		try (ScriptedServer server = ScriptedServer.start(port, ScriptedServer::asUsual)) {
			assertThat(this.office.to(port).drain()).isEqualTo(2);
			assertThat(server.taken()).extracting(Taken::messageId)
				.containsExactlyInAnyOrder(this.office.mail(first).messageId(), this.office.mail(second).messageId());
		}
		assertThat(this.office.mails().serverTrouble()).isEmpty();
	}

	@Test
	void aServerThatCannotBeReachedIsLeftAloneForAWhile() {
		long number = this.office.write(OWNER);
		int port = FreePort.find();
		this.office.to(port).drain();

		try (ScriptedServer server = ScriptedServer.start(port, ScriptedServer::asUsual)) {
			assertThat(this.office.to(port).drain()).isZero();
			assertThat(server.times(Step.GREETING)).isZero();
		}
		MailRecords.ServerTrouble trouble = this.office.mails().serverTrouble().orElseThrow();
		assertThat(Duration.between(trouble.since(), trouble.nextAttemptAt())).isBetween(Duration.ofSeconds(60),
				Duration.ofSeconds(75));
		assertThat(this.office.mail(number).nextAttemptAt()).isEqualTo(trouble.nextAttemptAt());
	}

	/** A machine that sleeps, or a process that was stopped (SIGSTOP) and goes on. */
	@Test
	void anInstanceThatStandsStillForTwoMinutesKeepsTheMailAtHand() {
		AtomicInteger sentByAnother = new AtomicInteger(-1);
		Script script = (step, to, time) -> {
			if (step == Step.BODY && sentByAnother.get() < 0) {
				this.office.database()
					.sql("update mail set leased_until = leased_until - interval '2 minutes'")
					.update();
				sentByAnother.set(this.office.to(FreePort.find()).drain());
			}
			return null;
		};
		try (ScriptedServer server = ScriptedServer.start(script)) {
			long mail = this.office.write(OWNER);

			assertThat(this.office.to(server.port()).drain()).isEqualTo(1);

			assertThat(sentByAnother).hasValue(0);
			assertThat(server.taken()).hasSize(1);
			assertThat(this.office.mail(mail).attempts()).isEqualTo(1);
		}
	}

	@Test
	void oneRecipientRefusedForGoodBecomesADeadLetterAndTheOthersGetTheirs() {
		Script script = (step, to, time) -> (step == Step.RCPT && to.equals(OWNER) && time == 1)
				? "550-5.1.1 No such user\r\n550 5.1.1 here" : null;
		try (ScriptedServer server = ScriptedServer.start(script)) {
			long refused = this.office.write(OWNER);
			this.office.write(OTHER);

			assertThat(this.office.to(server.port()).drain()).isEqualTo(1);
			this.office.later();
			assertThat(this.office.to(server.port()).drain()).isZero();

			assertThat(this.office.mail(refused).state()).isEqualTo(MailRecord.State.DEAD);
			assertThat(this.office.mail(refused).givenUpAt()).isNotNull();
			assertThat(this.office.mail(refused).lastError()).isEqualTo("The mail server 127.0.0.1:" + server.port()
					+ " refused the mail to uec-lead@example.org for good: 550-5.1.1 No such user 550 5.1.1 here.");
			assertThat(server.times(Step.RCPT)).isEqualTo(2);

			assertThat(this.office.mails().sendAgain(refused)).isTrue();
			assertThat(this.office.mails().sendAgain(refused)).isFalse();
			assertThat(this.office.to(server.port()).drain()).isEqualTo(1);
			assertThat(this.office.mail(refused).lastError()).isNull();
			assertThat(server.taken()).extracting(Taken::recipient).containsExactly(OTHER, OWNER);
		}
	}

	@ParameterizedTest
	@CsvSource({ "RCPT,451 4.7.1 Greylisted", "DATA,451 4.3.0 Not now", "END,452 4.3.1 No room",
			"MAIL,450 4.2.1 Slowly", "RCPT,421 4.7.0 Later" })
	void whatIsPutOffGoesOutLaterAndOnce(Step step, String reply) {
		try (ScriptedServer server = ScriptedServer.start((at, to, time) -> (at == step && time == 1) ? reply : null)) {
			long number = this.office.write(OWNER);

			Instant before = Instant.now();
			assertThat(this.office.to(server.port()).drain()).isZero();
			Instant after = Instant.now();

			MailRecord put = this.office.mail(number);
			assertThat(put.state()).isEqualTo(MailRecord.State.WAITING);
			assertThat(put.lastError()).isEqualTo(
					"The mail server 127.0.0.1:%d put off the mail to %s: %s.".formatted(server.port(), OWNER, reply));
			assertThat(put.nextAttemptAt()).isBetween(before.plusSeconds(59), after.plusSeconds(76));
			assertThat(this.office.to(server.port()).drain()).isZero();
			this.office.later();
			assertThat(this.office.to(server.port()).drain()).isEqualTo(1);
			assertThat(server.taken()).extracting(Taken::messageId).containsExactly(put.messageId());
		}
	}

	@Test
	void whatIsPutOffTooOftenIsGivenUp() {
		try (ScriptedServer server = ScriptedServer.start((at, to, time) -> (at == Step.RCPT) ? "450 Busy" : null)) {
			long number = this.office.write(OWNER);
			for (int attempt = 0; attempt < 5; attempt++) {
				this.office.to(server.port()).drain();
				this.office.later();
			}
			assertThat(this.office.mail(number).state()).isEqualTo(MailRecord.State.DEAD);
			assertThat(server.times(Step.RCPT)).isEqualTo(3);
		}
	}

	static Stream<Integer> sizes() {
		return Cases.oneIn(2, Stream.of(10, 30_000_000));
	}

	@ParameterizedTest
	@MethodSource("sizes")
	void aServerThatHangsInTheMiddleOfAMailHoldsUpThatMailAlone(int size) {
		try (ScriptedServer server = ScriptedServer.start((step, to,
				time) -> (step == Step.BODY && to.equals(OWNER) && time == 1) ? ScriptedServer.HANG : null)) {
			long hung = this.office.write(OWNER,
					new MailContent("News", ("x".repeat(99) + "\n").repeat(size / 100 + 1), "<p>html</p>", List.of()));
			this.office.write(OTHER);

			assertThat(this.office.impatiently(server.port()).drain()).isEqualTo(1);
			assertThat(this.office.mail(hung).lastError()).startsWith("The mail server 127.0.0.1:" + server.port())
				.containsAnyOf(" did not answer in time.", " ended the conversation before it had taken the mail.");
			assertThat(this.office.mails().serverTrouble()).isEmpty();
			this.office.later();
			assertThat(this.office.to(server.port()).drain()).isEqualTo(1);
			assertThat(server.taken()).extracting(Taken::recipient).containsExactly(OTHER, OWNER);
		}
	}

	@EveryCase
	@Test
	void aServerThatHangsWithEveryMailIsLeftAloneAfterTwo() {
		try (ScriptedServer server = ScriptedServer
			.start((step, to, time) -> (step == Step.BODY) ? ScriptedServer.HANG : null)) {
			for (int i = 0; i < 5; i++) {
				this.office.write("owner-" + i + "@example.org");
			}
			assertThat(this.office.impatiently(server.port()).drain()).isZero();
			assertThat(this.office.impatiently(server.port()).drain()).isZero();

			assertThat(server.times(Step.BODY)).isEqualTo(2);
			assertThat(this.office.mails().serverTrouble().orElseThrow().reason())
				.isEqualTo("The mail server 127.0.0.1:" + server.port() + " did not answer in time.");
		}
	}

	@Test
	void aServerThatKeepsTalkingIsCutOff() {
		try (ScriptedServer server = ScriptedServer
			.start((step, to, time) -> (step == Step.END && time == 1) ? ScriptedServer.DRIBBLE : null)) {
			long number = this.office.write(OWNER);

			assertThat(this.office.by(PostOffice.way(server.port()), Duration.ofSeconds(2)).drain()).isZero();
			assertThat(this.office.mail(number).lastError()).isEqualTo("The mail server 127.0.0.1:" + server.port()
					+ " did not take the mail within the time that one mail may take.");
			this.office.later();
			assertThat(this.office.to(server.port()).drain()).isEqualTo(1);
		}
	}

	@Test
	void aMailTakenWithoutAWordGoesOutAgainUnderTheSameMessageId() {
		try (ScriptedServer server = ScriptedServer
			.start((step, to, time) -> (step == Step.END && time == 1) ? ScriptedServer.DROP : null)) {
			long number = this.office.write(OWNER);

			assertThat(this.office.to(server.port()).drain()).isZero();
			assertThat(this.office.mail(number).lastError()).isEqualTo("The mail server 127.0.0.1:" + server.port()
					+ " ended the conversation before it had taken the mail.");
			this.office.later();
			assertThat(this.office.to(server.port()).drain()).isEqualTo(1);
			assertThat(server.taken()).hasSize(2)
				.extracting(Taken::messageId)
				.containsOnly(this.office.mail(number).messageId());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { ScriptedServer.DROP, ScriptedServer.HANG, "500 what?" })
	void aMailThatWasTakenIsSentHoweverTheServerSaysGoodbye(String goodbye) {
		try (ScriptedServer server = ScriptedServer.start((step, to, time) -> (step == Step.QUIT) ? goodbye : null)) {
			long number = this.office.write(OWNER);

			assertThat(this.office.to(server.port()).drain()).isEqualTo(1);
			assertThat(this.office.mail(number).state()).isEqualTo(MailRecord.State.SENT);
		}
	}

	static Stream<Step> doors() {
		return Cases.oneIn(2, Stream.of(Step.GREETING, Step.EHLO));
	}

	@EveryCase
	@ParameterizedTest
	@MethodSource("doors")
	void aServerThatTurnsEveryoneAwayOrHangsAtTheDoorCannotBeReached(Step step) {
		for (String said : List.of("554 go away", ScriptedServer.HANG, ScriptedServer.DROP)) {
			PostOffice afresh = new PostOffice();
			try (ScriptedServer server = ScriptedServer.start((at, to, time) -> (at == step) ? said : null)) {
				long number = afresh.write(OWNER);
				(said.equals(ScriptedServer.HANG) ? afresh.impatiently(server.port()) : afresh.to(server.port()))
					.drain();

				assertThat(afresh.mail(number).attempts()).as(said).isZero();
				assertThat(afresh.mails().serverTrouble().orElseThrow().reason()).as(said)
					.startsWith("The mail server 127.0.0.1:" + server.port() + " cannot be reached: ")
					.endsWith(switch (said) {
						case ScriptedServer.HANG -> ": no answer in time.";
						case ScriptedServer.DROP -> ": it ended the conversation at once.";
						default -> "554 go away.";
					});
			}
		}
	}

	@Test
	void aRefusedSenderIsNoLettersFault() {
		try (ScriptedServer server = ScriptedServer
			.start((step, to, time) -> (step == Step.MAIL) ? "550 5.7.60 Not your address" : null)) {
			long number = this.office.write(OWNER);
			this.office.to(server.port()).drain();

			assertThat(this.office.mail(number).state()).isEqualTo(MailRecord.State.WAITING);
			assertThat(this.office.mails().serverTrouble().orElseThrow().reason())
				.isEqualTo("The mail server 127.0.0.1:" + server.port() + " takes no mail from jfp-monitor@example.org:"
						+ " 550 5.7.60 Not your address.");
		}
	}

	@Test
	void aMailThatIsTooLargeIsGivenUp() {
		try (ScriptedServer server = ScriptedServer
			.start((step, to, time) -> (step == Step.MAIL) ? "552 5.3.4 Too large" : null)) {
			long number = this.office.write(OWNER);
			this.office.to(server.port()).drain();

			assertThat(this.office.mail(number).state()).isEqualTo(MailRecord.State.DEAD);
		}
	}

	@Test
	void aWrongPasswordIsNoLettersFaultEither() {
		GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
		server.start();
		try {
			server.setUser("account", "right");
			long number = this.office.write(OWNER);
			JavaMailSenderImpl way = PostOffice.way(server.getSmtp().getPort());
			way.getJavaMailProperties().setProperty("mail.smtp.auth", "true");
			way.setUsername("account");
			way.setPassword("wrong");
			this.office.by(way, Duration.ofSeconds(30)).drain();

			assertThat(this.office.mail(number).attempts()).isZero();
			assertThat(this.office.mails().serverTrouble().orElseThrow().reason())
				.startsWith("The mail server 127.0.0.1:" + server.getSmtp().getPort()
						+ " does not accept the account's name and password: 535 ");
			way.setPassword("right");
			this.office.later();
			assertThat(this.office.by(way, Duration.ofSeconds(30)).drain()).isEqualTo(1);
		}
		finally {
			server.stop();
		}
	}

}

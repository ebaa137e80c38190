package org.jfpmonitor.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.notification.ScriptedServer.Step;
import org.jfpmonitor.notification.ScriptedServer.Taken;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ends a run that has news for five owners where it hurts, starts it again, and looks
 * into the mailboxes. A moment is a request to the database or a step of the conversation
 * with the mail server, counted through.
 */
class RunRestartTest {

	private static final int KILLS = Integer.getInteger("jfp.kills", 25);

	private static int requests;

	private static int steps;

	private final AtomicInteger step = new AtomicInteger();

	private final AtomicReference<Process> victim = new AtomicReference<>();

	private final TestDatabase database = TestDatabase.create();

	@BeforeAll
	static void runUndisturbed() throws Exception {
		RunRestartTest undisturbed = new RunRestartTest();
		try (ScriptedServer server = undisturbed.server(0)) {
			undisturbed.giveNews(server);
			Process process = undisturbed.start(server, 0);
			requests = Integer.parseInt(await(process, "DONE AFTER ").substring("DONE AFTER ".length()));
			assertThat(process.waitFor()).isZero();
			steps = undisturbed.step.get();
			assertThat(server.taken()).hasSize(5);
		}
	}

	static Stream<Integer> moments() {
		int moments = requests + steps;
		if (KILLS >= moments) {
			return IntStream.rangeClosed(1, moments).boxed();
		}
		return new Random(20250515).ints(1, moments + 1).distinct().limit(KILLS).sorted().boxed();
	}

	@ParameterizedTest
	@MethodSource("moments")
	void everyOwnerEndsWithOneMessage(int moment) throws Exception {
		try (ScriptedServer server = server(Math.max(0, moment - requests))) {
			giveNews(server);
			Process process = start(server, (moment <= requests) ? moment : 0);
			this.victim.set(process);
			if (moment <= requests) {
				await(process, "STANDING STILL");
				process.destroyForcibly();
			}
			assertThat(process.waitFor()).isEqualTo(137);
			this.step.set(Integer.MIN_VALUE);

			startAgain(server);

			for (String objective : FiveOwners.OBJECTIVES) {
				List<Taken> mailbox = server.taken()
					.stream()
					.filter((mail) -> mail.recipient().equals(FiveOwners.owner(objective)))
					.toList();
				assertThat(mailbox.stream().map(Taken::messageId).distinct()).hasSize(1);
				assertThat(mailbox.get(0).text())
					.contains("Subject: " + objective + " Wards " + objective + ": On Track to Underperformance");
			}
			assertThat(server.taken()).as("at most the mail at hand comes twice").hasSizeBetween(5, 6);
		}
	}

	private void startAgain(ScriptedServer server) {
		try (FiveOwners owners = owners(server)) {
			// The lease of the instance that is gone runs out after minutes.
			owners.later();
			owners.run(RunProcess.DAY);
			owners.drain();
			owners.later();
			assertThat(owners.drain()).isZero();
			assertThat(owners.jdbc().sql("select distinct state from mail").query(String.class).list())
				.containsExactly("sent");
		}
	}

	/** A run before, and then figures that put every objective into underperformance. */
	private void giveNews(ScriptedServer server) {
		try (FiveOwners owners = owners(server)) {
			FiveOwners.OBJECTIVES.forEach((each) -> owners.figure(each, "2024-12", 120, "2025-01-05T09:00:00Z"));
			owners.run("2025-01-10");
			FiveOwners.OBJECTIVES.forEach((each) -> owners.figure(each, "2025-01", 80, "2025-02-05T09:00:00Z"));
		}
	}

	private FiveOwners owners(ScriptedServer server) {
		return new FiveOwners(this.database.dataSource(), server.port());
	}

	/**
	 * Takes mails as usual; at the given step it ends the process first (0 for never).
	 */
	private ScriptedServer server(int killAt) {
		return ScriptedServer.start((at, to, time) -> {
			if (this.step.incrementAndGet() == killAt) {
				this.victim.get().destroyForcibly().onExit().join();
				return (at == Step.END) ? null : ScriptedServer.DROP;
			}
			return null;
		});
	}

	private Process start(ScriptedServer server, int haltAt) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				RunProcess.class.getName(), this.database.url(), String.valueOf(server.port()), String.valueOf(haltAt))
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	/** Reads what the process says up to the line that begins so. */
	private static String await(Process process, String beginning) throws IOException {
		BufferedReader said = new BufferedReader(
				new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
		List<String> before = new ArrayList<>();
		for (String line = said.readLine(); line != null; line = said.readLine()) {
			if (line.startsWith(beginning)) {
				return line;
			}
			before.add(line);
		}
		throw new AssertionError("The process ended without saying " + beginning + ": " + before);
	}

}

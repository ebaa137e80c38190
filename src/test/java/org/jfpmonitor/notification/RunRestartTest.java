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

import org.jfpmonitor.EveryCase;
import org.jfpmonitor.notification.ScriptedServer.Taken;
import org.jfpmonitor.store.SwitchedDataSource;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ends a run that has news for five owners where it hurts, starts it again, and looks
 * into the mailboxes. A moment is a request to the database or a step of the conversation
 * with the mail server, counted through.
 */
@EveryCase
class RunRestartTest {

	private static final int KILLS = Integer.getInteger("tests.kills", 6);

	private static final SwitchedDataSource database = new SwitchedDataSource(TestDatabase.create());

	private static final AtomicInteger step = new AtomicInteger();

	private static final AtomicReference<Runnable> atEveryStep = new AtomicReference<>(() -> {
	});

	private static ScriptedServer server;

	/** Another instance, which does the run before, and takes up what was left. */
	private static FiveOwners owners;

	private static int requests;

	private static int steps;

	@BeforeAll
	static void runUndisturbed() throws Exception {
		server = ScriptedServer.start((at, to, time) -> {
			step.incrementAndGet();
			atEveryStep.get().run();
			return null;
		});
		owners = new FiveOwners(database, server.port());
		giveNews();
		Process process = start(0);
		requests = Integer.parseInt(await(process, "DONE AFTER ").substring("DONE AFTER ".length()));
		assertThat(process.waitFor()).isZero();
		steps = step.get();
		assertThat(server.taken()).hasSize(5);
	}

	@AfterAll
	static void close() {
		owners.close();
		server.close();
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
		giveNews();
		boolean inTheDatabase = moment <= requests;
		AtomicReference<Process> victim = new AtomicReference<>();
		if (!inTheDatabase) {
			atEveryStep.set(() -> {
				if (step.get() == moment - requests) {
					victim.get().destroyForcibly().onExit().join();
				}
			});
		}
		Process process = start(inTheDatabase ? moment : 0);
		victim.set(process);
		if (inTheDatabase) {
			await(process, "STANDING STILL");
			process.destroyForcibly();
		}
		assertThat(process.waitFor()).isEqualTo(137);
		atEveryStep.set(() -> {
		});

		startAgain();

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

	/** A run before, and then figures that put every objective into underperformance. */
	private static void giveNews() {
		database.to(TestDatabase.create());
		server.taken().clear();
		step.set(0);
		FiveOwners.OBJECTIVES.forEach((each) -> owners.figure(each, "2024-12", 120, "2025-01-05T09:00:00Z"));
		owners.run("2025-01-10");
		FiveOwners.OBJECTIVES.forEach((each) -> owners.figure(each, "2025-01", 80, "2025-02-05T09:00:00Z"));
	}

	private static void startAgain() {
		// The lease of the instance that is gone runs out after minutes.
		owners.later();
		owners.run(RunProcess.DAY);
		owners.drain();
		owners.later();
		assertThat(owners.drain()).isZero();
		assertThat(owners.jdbc().sql("select distinct state from mail").query(String.class).list())
			.containsExactly("sent");
	}

	private static Process start(int haltAt) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				RunProcess.class.getName(), database.url(), String.valueOf(server.port()), String.valueOf(haltAt))
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

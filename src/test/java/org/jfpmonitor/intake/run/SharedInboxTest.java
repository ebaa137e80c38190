package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

class SharedInboxTest {

	private static final Instant ARRIVED = Instant.parse("2025-05-15T01:30:00Z");

	private static final int FILES = 12;

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig();

	@Test
	void importsEachFileOnceHoweverManyInstancesLook() throws Exception {
		List<String> names = IntStream.range(0, FILES).mapToObj((each) -> "beds" + each + ".csv").toList();
		names.forEach((name) -> rig.drop(name, figures(names.indexOf(name))));
		ExecutorService threads = Executors.newFixedThreadPool(4);
		try (IntakeRig second = rig.sibling()) {
			List<Future<List<ImportOutcome>>> looking = new ArrayList<>();
			for (IntakeRig each : List.of(rig, second, rig, second)) {
				looking.add(threads.submit(() -> each.importInbox(ARRIVED)));
			}
			List<ImportOutcome> outcomes = new ArrayList<>();
			for (Future<List<ImportOutcome>> each : looking) {
				outcomes.addAll(each.get());
			}
			assertThat(outcomes).extracting(ImportOutcome::fileName).containsExactlyInAnyOrderElementsOf(names);
			assertThat(outcomes).extracting(ImportOutcome::result).containsOnly(Result.PUBLISHED);
		}
		finally {
			threads.shutdown();
		}
		assertThat(rig.rows("delivery")).isEqualTo(FILES);
		assertThat(rig.rows("arrival")).isEqualTo(FILES);
		assertThat(rig.files()).hasSize(FILES).allMatch((file) -> file.startsWith("archive/"));
	}

	@Test
	void findsTheFilesThatCameWhileItWaitedForItsTurn() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(1);
		try (IntakeRig second = rig.sibling()) {
			rig.drop("first.csv", figures(1));
			List<Future<List<ImportOutcome>>> waiting = new ArrayList<>();
			rig.read((file, name, context, rejects) -> {
				waiting.add(threads.submit(() -> second.importInbox(ARRIVED)));
				rig.drop("second.csv", figures(2));
				return new SmallReading().read(file, name, context, rejects);
			});

			assertThat(rig.importInbox(ARRIVED)).extracting(ImportOutcome::fileName).containsExactly("first.csv");
			assertThat(waiting.get(0).get()).extracting(ImportOutcome::fileName).containsExactly("second.csv");
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void publishesNothingOnceItsTurnWasLostAndBeginsNoOtherFile() throws IOException {
		rig.drop("beds.csv", figures(1));
		Files.setLastModifiedTime(rig.drop("later.csv", figures(2)), FileTime.from(Instant.now().plusSeconds(9)));
		try (IntakeRig lost = rig.siblingThatReadsOneByOne()) {
			lost.read((file, name, context, rejects) -> {
				rig.jdbc().sql("""
						select pg_terminate_backend(pid) from pg_locks
						 where locktype = 'advisory' and granted
						   and database = (select oid from pg_database where datname = current_database())
						""").query(Boolean.class).list();
				return new SmallReading().read(file, name, context, rejects);
			});

			assertThat(lost.importInbox(ARRIVED)).allSatisfy((outcome) -> {
				assertThat(outcome.result()).isEqualTo(Result.LEFT);
				assertThat(outcome.message()).isEqualTo(outcome.fileName()
						+ ": expected a run that comes to its end, found \"The database session of this run was cut off, so"
						+ " another instance may have taken it up by now.\". Nothing of the file was published and it stays"
						+ " where it is; the run is taken up again by itself.");
			}).hasSize(2);
		}
		assertThat(rig.rows("delivery", "figure_set", "arrival")).isZero();
		assertThat(rig.files()).containsExactly("inbox/beds.csv", "inbox/later.csv");

		Files.delete(rig.inbox().resolve("later.csv"));
		assertThat(rig.importInbox(ARRIVED)).extracting(ImportOutcome::result).containsExactly(Result.PUBLISHED);
	}

	@Test
	void neverPublishesKnownBytesAgainEvenWhenTheJobsAreForgotten() {
		rig.drop("beds.csv", figures(1));
		rig.importInbox(ARRIVED);
		rig.drop("beds.csv", figures(1));
		rig.jdbc().sql("delete from batch_job_execution_context").update();
		Stream
			.of("batch_step_execution_context", "batch_step_execution", "batch_job_execution_params",
					"batch_job_execution", "batch_job_instance")
			.forEach((table) -> rig.jdbc().sql("delete from " + table).update());

		assertThat(rig.importInbox(ARRIVED)).extracting(ImportOutcome::result).containsExactly(Result.ALREADY_KNOWN);
		assertThat(rig.rows("delivery")).isOne();
		assertThat(rig.files()).containsExactly("archive/beds.csv");
	}

	@Test
	void instancesThatShareTheReadingReadEachFileOnce() throws Exception {
		List<String> names = IntStream.range(0, FILES).mapToObj((each) -> "beds" + each + ".csv").toList();
		names.forEach((name) -> rig.drop(name, figures(names.indexOf(name))));
		Map<String, String> readers = new ConcurrentHashMap<>();
		CyclicBarrier all = new CyclicBarrier(4);
		try (IntakeRig first = rig.siblingThatSharesTheReading();
				IntakeRig second = rig.siblingThatSharesTheReading()) {
			Map.of("first", first, "second", second)
				.forEach((who, each) -> each.read((file, name, context, rejects) -> {
					assertThat(readers.put(name, who)).as(name).isNull();
					if (readers.size() <= 4) {
						await(all);
					}
					return new SmallReading().read(file, name, context, rejects);
				}));

			List<ImportOutcome> outcomes = first.importInbox(ARRIVED);

			assertThat(outcomes).extracting(ImportOutcome::fileName).containsExactlyInAnyOrderElementsOf(names);
			assertThat(outcomes).extracting(ImportOutcome::result).containsOnly(Result.PUBLISHED);
		}
		assertThat(readers.values()).hasSize(FILES).contains("first", "second");
		assertThat(rig.rows("run_reading", "int_channel_message")).isZero();
	}

	/** Two of the one and two of the other are at work at the same time. */
	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String figures(int value) {
		return SmallReading.HEADER + "virtual-ward-beds,QMM,2025-03," + value + "\n";
	}

}

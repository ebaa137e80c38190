package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Files are read before it is their turn, several at once, and published as before. */
class ReadingSideBySideTest {

	private static final Instant ARRIVED = Instant.parse("2025-05-15T01:30:00Z");

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig();

	private final List<String> read = Collections.synchronizedList(new ArrayList<>());

	@Test
	void readsTwoFilesAtOnce() throws IOException {
		drop(2);
		CyclicBarrier both = new CyclicBarrier(2);
		rig.read((file, name, context, rejects) -> {
			await(both);
			return small(file, name, context, rejects);
		});

		assertThat(rig.importInbox(ARRIVED)).extracting(ImportOutcome::result)
			.containsOnly(Result.PUBLISHED)
			.hasSize(2);
		assertThat(this.read).as("each once").containsExactlyInAnyOrder("0.csv", "1.csv");
		assertThat(rig.rows("run_reading")).as("gone once it is published").isZero();
	}

	@Test
	void publishesInTheOrderOfArrivalWhateverWasReadFirst() throws IOException {
		drop(6);
		Files.writeString(rig.inbox().resolve("2.csv"), "nothing,useful\n");
		Files.setLastModifiedTime(rig.inbox().resolve("2.csv"), FileTime.fromMillis(2000));
		Files.writeString(rig.inbox().resolve("4.csv"),
				SmallReading.HEADER + "virtual-ward-beds,QMM,2025-03,many\n".repeat(3) + figure(9),
				StandardOpenOption.TRUNCATE_EXISTING);
		Files.setLastModifiedTime(rig.inbox().resolve("4.csv"), FileTime.fromMillis(4000));
		rig.read(this::small);

		List<ImportOutcome> outcomes = rig.importInbox(ARRIVED);

		assertThat(outcomes).extracting(ImportOutcome::fileName)
			.containsExactly("0.csv", "1.csv", "2.csv", "3.csv", "4.csv", "5.csv");
		assertThat(outcomes).extracting((each) -> each.delivery().id().value()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
		assertThat(outcomes.get(2).delivery().faults()).containsExactly(
				"Expected columns measure, organisation, month and value, found [nothing, useful].",
				"Name the columns like that.");
		assertThat(outcomes.get(4).delivery().lines().rejected()).isEqualTo(3);
		assertThat(rig.rows("reject")).isEqualTo(3);
		assertThat(this.read).hasSize(6);
		assertThat(rig.jdbc()
			.sql("select value from observation order by coverage desc limit 1")
			.query(Integer.class)
			.single()).as("the newest counts").isEqualTo(5);
	}

	@Test
	void readsKnownBytesNotAtAllAndEqualOnesOnce() throws IOException {
		drop(2);
		rig.importInbox(ARRIVED);
		drop(2);
		rig.drop("new.csv", SmallReading.HEADER + figure(7));
		rig.drop("new again.csv", SmallReading.HEADER + figure(7));
		rig.read(this::small);

		assertThat(rig.importInbox(ARRIVED)).extracting(ImportOutcome::result)
			.containsExactlyInAnyOrder(Result.ALREADY_KNOWN, Result.ALREADY_KNOWN, Result.PUBLISHED,
					Result.ALREADY_KNOWN);
		assertThat(this.read).hasSize(1);
	}

	@Test
	void readsAtItsTurnWhatCouldNotBeReadAhead() throws IOException {
		drop(3);
		Set<String> tried = ConcurrentHashMap.newKeySet();
		rig.read((file, name, context, rejects) -> {
			if (name.equals("1.csv") && tried.add(name)) {
				throw new OutOfMemoryError("as one of several");
			}
			return small(file, name, context, rejects);
		});

		assertThat(rig.importInbox(ARRIVED)).extracting(ImportOutcome::result)
			.containsOnly(Result.PUBLISHED)
			.hasSize(3);
		assertThat(this.read).containsExactlyInAnyOrder("0.csv", "1.csv", "2.csv");
	}

	@Test
	void readsAgainAtItsTurnWhatWasReadByOtherLayouts() throws IOException {
		drop(2);
		AtomicInteger version = new AtomicInteger();
		rig.read(new ExtractParser() {

			@Override
			public Extract read(Path file, String name, ReadingContext context, Consumer<Reject> rejects) {
				Extract extract = small(file, name, context, rejects);
				version.incrementAndGet();
				return extract;
			}

			@Override
			public String version() {
				return String.valueOf(version.get());
			}

		});

		assertThat(rig.importInbox(ARRIVED)).extracting(ImportOutcome::result).containsOnly(Result.PUBLISHED);
		assertThat(this.read).hasSize(4);
	}

	@Test
	void leavesAloneAFileThatGrowsWhileItIsReadAhead() throws IOException {
		drop(3);
		Set<String> tried = ConcurrentHashMap.newKeySet();
		rig.read((file, name, context, rejects) -> {
			Extract extract = small(file, name, context, rejects);
			if (name.equals("1.csv") && tried.add(name)) {
				append(file, "virtual-ward-beds,QMM,2025-04,8\n");
			}
			return extract;
		});

		assertThat(rig.importInbox(ARRIVED)).extracting(ImportOutcome::fileName)
			.containsExactly("0.csv", "1.csv", "2.csv");
		assertThat(rig.jdbc().sql("select sum(read) from delivery").query(Long.class).single())
			.as("with the line that was added")
			.isEqualTo(4);
	}

	@Test
	void readsOneFileAloneNoSoonerThanItIsPublished() throws IOException {
		drop(1);
		rig.read((file, name, context, rejects) -> {
			assertThat(rig.jdbc()
				.sql("select count(*) from batch_step_execution where step_name like 'readFile:%'")
				.query(Long.class)
				.single()).isZero();
			return small(file, name, context, rejects);
		});

		assertThat(rig.importInbox(ARRIVED)).extracting(ImportOutcome::result).containsExactly(Result.PUBLISHED);
	}

	private Extract small(Path file, String name, ReadingContext context, Consumer<Reject> rejects) {
		this.read.add(name);
		return new SmallReading().read(file, name, context, rejects);
	}

	private static void drop(int files) throws IOException {
		for (int file = 0; file < files; file++) {
			Files.setLastModifiedTime(rig.drop(file + ".csv", SmallReading.HEADER + figure(file)),
					FileTime.fromMillis(1000L * file));
		}
	}

	private static String figure(int value) {
		return "virtual-ward-beds,QMM,2025-03," + value + "\n";
	}

	private static void append(Path file, String line) {
		try {
			Files.writeString(file, line, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void await(CyclicBarrier barrier) {
		try {
			barrier.await(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.checks.CheckedReader.ExtractParser;
import org.jfpmonitor.observation.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportTroubleTest {

	private static final Instant ARRIVED = Instant.parse("2025-05-15T01:30:00Z");

	private static final String GOOD = SmallReading.HEADER + "virtual-ward-beds,QMM,2025-03,170\n";

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig();

	@Test
	void publishesNothingOfAFileThatChangesWhileItIsRead() {
		Path changing = rig.drop("beds.csv", GOOD + "virtual-ward-beds,QMM,2025-02,x\n");
		rig.read(after(() -> append(changing, "virtual-ward-beds,QMM,2025-04,171\n")));

		assertThat(importInbox()).isEmpty();
		assertThat(rig.files()).containsExactly("inbox/beds.csv");
		assertThat(rig.rows("delivery", "reject", "figure_set", "coverage", "observation", "arrival")).isZero();

		rig.read(new SmallReading());
		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.PUBLISHED);
	}

	@Test
	void refusesAFileOnWhichTheReaderFailsAndGoesOn() {
		rig.drop("a.csv", GOOD);
		rig.drop("b.csv", GOOD.replace("170", "1"));
		ExtractParser small = new SmallReading();
		rig.read((file, name, context, rejects) -> {
			if (name.equals("a.csv")) {
				rejects.accept(new Reject(Place.line(1), RejectCode.UNREADABLE_LINE, "", "", ""));
				throw new StackOverflowError();
			}
			return small.read(file, name, context, rejects);
		});

		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.REFUSED, Result.PUBLISHED);
		assertThat(rig.deliveries().find(org.jfpmonitor.observation.DeliveryId.of(1)).orElseThrow().faults())
			.containsExactly("Expected a file that this program can read, found one on which it fails "
					+ "(StackOverflowError). Nothing of it was published. Report the fault with the log of this moment; "
					+ "once it is mended, import the file again with --again.");
		assertThat(rig.rows("reject")).isZero();
		assertThat(rig.files()).containsExactly("archive/b.csv", "refused/a.csv", "refused/a.csv.rejects.csv");
	}

	@Test
	void aFileForWhichTheMemoryDoesNotSufficeWaitsAndIsTriedAgain() {
		rig.drop("a.csv", GOOD);
		ExtractParser small = new SmallReading();
		rig.read((file, name, context, rejects) -> {
			throw new OutOfMemoryError("Java heap space");
		});

		assertThat(importInbox()).singleElement()
			.extracting(ImportOutcome::message)
			.asString()
			.contains(
					"a.csv: expected a file that can be read, found too little memory for it beside what else went on.");
		assertThat(rig.files()).containsExactly("inbox/a.csv");

		rig.read(small);
		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.PUBLISHED);
	}

	@Test
	void refusesAFileThatTheStoreCannotHold() {
		rig.drop("beds.csv", GOOD + "virtual-ward-beds,QMM,2025-03,171\n");

		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.REFUSED);
		assertThat(rig.rows("figure_set", "coverage", "observation")).isZero();
		assertThat(rig.files()).contains("refused/beds.csv");
	}

	@Test
	void leavesAFileThatTheDiskDoesNotGive() {
		rig.drop("beds.csv", GOOD);
		rig.read((file, name, context, rejects) -> {
			throw new UncheckedIOException(new NoSuchFileException(file.toString()));
		});

		assertThat(messages()).containsExactly("beds.csv: expected a file that can be read, found nothing there. "
				+ "Nothing of it was taken and it stays where it is; once that is mended, it is taken up again by itself.");
		assertThat(rig.files()).containsExactly("inbox/beds.csv");
		rig.read(new SmallReading());
		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.PUBLISHED);
	}

	@Test
	void publishesAlthoughTheArchiveCannotBeWrittenAndFilesAwayLater() throws IOException {
		rig.drop("beds.csv", GOOD);
		Files.delete(rig.archive());
		Files.createFile(rig.archive());

		assertThat(messages()).singleElement()
			.asString()
			.startsWith("beds.csv: published 1 figure as delivery 1")
			.endsWith("The file could not be put into the archive or the refused: found something that is not a folder."
					+ " It stays where it is; once that is mended, it is put away by itself.");
		assertThat(rig.files()).containsExactly("archive", "inbox/beds.csv");

		Files.delete(rig.archive());
		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.PUBLISHED);
		assertThat(rig.files()).containsExactly("archive/beds.csv");
		assertThat(rig.rows("delivery")).isOne();
		assertThat(rig.rows("arrival")).isOne();
	}

	@Test
	void aDiskThatFillsWhileRejectsAreWrittenSpoilsNoTransaction() {
		rig.drop("beds.csv", GOOD + "virtual-ward-beds,QMM,2025-02,x\n");
		Delivery delivery = importInbox().get(0).delivery();
		TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(rig.dataSource()));

		transaction.executeWithoutResult(
				(status) -> assertThatThrownBy(() -> rig.deliveries().rejects(delivery.id(), (reject) -> {
					throw new UncheckedIOException(new IOException("No space left on device"));
				})).isInstanceOf(UncheckedIOException.class));

		assertThat(rig.rows("delivery", "reject")).isEqualTo(2);
	}

	@Test
	void publishesNothingWhenTheDatabaseIsFullAndLaterEachFileInItsOrder() {
		rig.drop("a.csv", GOOD);
		rig.drop("b.csv", "nothing,useful\n");
		rig.drop("c.csv", GOOD.replace("170", "171"));
		rig.jdbc().sql("""
				create function full_disk() returns trigger language plpgsql as
				$$ begin raise exception sqlstate '53100' using message = 'could not extend file: No space left'; end $$
				""").update();
		rig.jdbc().sql("create trigger full_disk before insert on observation execute function full_disk()").update();

		assertThat(importInbox()).extracting(ImportOutcome::message)
			.satisfiesExactly((first) -> assertThat(first)
				.startsWith(
						"a.csv: expected to write to the database, found \"ERROR: could not extend file: No space left")
				.endsWith(
						"Nothing of the file was published and it stays where it is; once that is mended, it is taken up"
								+ " again by itself."),
					(second) -> assertThat(second)
						.isEqualTo(cutOff("b.csv").replace("the service was stopped", "the database took no more")),
					(third) -> assertThat(third).startsWith("c.csv: expected a run that comes to its end"));
		assertThat(rig.files()).containsExactly("inbox/a.csv", "inbox/b.csv", "inbox/c.csv");
		assertThat(rig.rows("figure_set", "coverage", "observation")).isZero();

		rig.jdbc().sql("drop function full_disk cascade").update();
		assertThat(importInbox()).extracting(ImportOutcome::result)
			.containsExactly(Result.PUBLISHED, Result.REFUSED, Result.PUBLISHED);
		assertThat(rig.files()).contains("archive/a.csv", "archive/c.csv", "refused/b.csv");
		assertThat(rig.jdbc().sql("select value from report.figure").query(Integer.class).single()).isEqualTo(171);
	}

	@Test
	void saysSoWhenTheInboxItselfCannotBeRead() throws IOException {
		Files.delete(rig.inbox());
		Files.createFile(rig.inbox());

		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.LEFT);
		assertThat(messages()).first()
			.asString()
			.matches("Run \\d+ \\(nightly\\) for 2025-05-15 is not finished: \\Q" + rig.inbox()
					+ "\\E: expected a folder that this service may read and write, found something that is not a folder."
					+ " It is taken up again by itself.");

		Files.delete(rig.inbox());
		rig.drop("beds.csv", GOOD);
		assertThat(rig.runs().takeUp()).isTrue();
		assertThat(rig.files()).containsExactly("archive/beds.csv");
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whatIsInTheWayIsLoggedOnceAndNotWithEachTry(CapturedOutput log) throws IOException {
		rig.drop("beds.csv", GOOD);
		Files.delete(rig.archive());
		Files.createFile(rig.archive());

		importInbox();
		rig.runs().takeUp();
		rig.runs().takeUp();

		assertThat(log.getOut().split("is not finished: 1 of its 1 files wait.", -1)).hasSize(2);
	}

	@Test
	void beginsNothingNewOnceTheServiceStops() {
		rig.drop("a.csv", GOOD);
		rig.drop("b.csv", GOOD.replace("170", "1"));
		try (IntakeRig stopped = rig.siblingThatReadsOneByOne()) {
			stopped.read(after(() -> stop(stopped)));

			assertThat(stopped.importInbox(ARRIVED)).extracting(ImportOutcome::message)
				.satisfiesExactly((first) -> assertThat(first).startsWith("a.csv: published 1 figure as delivery 1"),
						(second) -> assertThat(second).isEqualTo(cutOff("b.csv")));
		}
		assertThat(rig.rows("delivery")).isOne();

		assertThat(rig.runs().takeUp()).isTrue();
		assertThat(rig.files()).containsExactly("archive/a.csv", "archive/b.csv");
		assertThat(rig.rows("run", "batch_job_instance")).isEqualTo(2);
	}

	@Test
	void readsNoOtherFileAheadOnceTheServiceStops() {
		rig.drop("a.csv", GOOD);
		rig.drop("b.csv", GOOD.replace("170", "1"));
		rig.drop("c.csv", GOOD.replace("170", "2"));
		AtomicInteger read = new AtomicInteger();
		try (IntakeRig stopped = rig.sibling()) {
			stopped.read(after(() -> {
				read.incrementAndGet();
				stop(stopped);
			}));

			assertThat(stopped.importInbox(ARRIVED)).extracting(ImportOutcome::message)
				.containsExactly(cutOff("a.csv"), cutOff("b.csv"), cutOff("c.csv"));
		}
		assertThat(read.get()).as("those that were begun").isLessThanOrEqualTo(2);
		assertThat(rig.rows("delivery")).isZero();

		assertThat(rig.runs().takeUp()).isTrue();
		assertThat(rig.files()).containsExactly("archive/a.csv", "archive/b.csv", "archive/c.csv");
	}

	private static void stop(IntakeRig instance) {
		new Thread(instance::stop).start();
		while (!instance.turn().isStopping()) {
			Thread.onSpinWait();
		}
	}

	private static String cutOff(String file) {
		return file
				+ ": expected a run that comes to its end, found that the service was stopped. Nothing of the file was"
				+ " published and it stays where it is; the run is taken up again by itself.";
	}

	private List<ImportOutcome> importInbox() {
		return rig.importInbox(ARRIVED);
	}

	private List<String> messages() {
		return importInbox().stream().map(ImportOutcome::message).toList();
	}

	private static ExtractParser after(Runnable then) {
		return new ExtractParser() {

			private final ExtractParser small = new SmallReading();

			@Override
			public Extract read(Path file, String fileName, ReadingContext context, Consumer<Reject> rejects) {
				Extract extract = this.small.read(file, fileName, context, rejects);
				then.run();
				return extract;
			}

		};
	}

	private static void append(Path file, String content) {
		try {
			Files.writeString(file, content, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

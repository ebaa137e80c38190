package org.jfpmonitor.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.intake.extract.Extract;
import org.jfpmonitor.intake.extract.ReadingContext;
import org.jfpmonitor.observation.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ImportInboxTest {

	private static final Instant ARRIVED = Instant.parse("2025-05-15T01:30:00Z");

	private static final String GOOD = SmallReading.HEADER + "virtual-ward-beds,QMM,2025-03,170\n";

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig();

	@Test
	void publishesAnExtractAndArchivesItsFile() {
		rig.drop("beds.csv", GOOD);

		assertThat(messages()).containsExactly("beds.csv: published 1 figure as delivery 1, 0 revised. "
				+ "Of 1 line read, 1 used, 0 left out by rule, 0 rejected.");
		assertThat(rig.files()).containsExactly("archive/beds.csv");
		assertThat(beds()).singleElement().satisfies((revision) -> {
			assertThat(revision.figure().value()).isEqualByComparingTo("170");
			assertThat(revision.provenance().fileName()).isEqualTo("beds.csv");
			assertThat(revision.provenance().knownAt()).isEqualTo(ARRIVED);
		});
	}

	@Test
	void keepsEveryRejectAndPutsTheRejectsBesideTheFile() throws IOException {
		rig.drop("beds.csv", GOOD + "virtual-ward-beds,QMM,2025-02,=1+1\n" + "virtual-ward-beds,QMM,2025-01,\"a,b\"\n"
				+ "virtual-ward-beds,QMM,2024-12,@\n");

		assertThat(messages()).containsExactly("beds.csv: published 1 figure as delivery 1, 0 revised. "
				+ "Of 4 lines read, 1 used, 0 left out by rule, 3 rejected. "
				+ "What was rejected is in the .rejects.csv beside it in the archive.");
		assertThat(rig.files()).containsExactly("archive/beds.csv", "archive/beds.csv.rejects.csv");
		assertThat(Files.readString(rig.archive().resolve("beds.csv.rejects.csv"))).isEqualTo("""
				line,column,code,found,expected
				3,value,not_a_number,'=1+1,a number
				4,value,not_a_number,"a,b",a number
				5,value,not_a_number,'@,a number
				""");
	}

	@Test
	void keepsRejectsWhateverTheirNumber() throws IOException {
		int lines = 20_001;
		rig.drop("beds.csv",
				GOOD + IntStream.range(0, lines)
					.mapToObj((line) -> "virtual-ward-beds,QMM,2025-02,x" + line + "\n")
					.collect(Collectors.joining()));

		Delivery delivery = importInbox().get(0).delivery();

		assertThat(delivery.read()).isEqualTo(delivery.used() + delivery.leftOut() + delivery.rejected());
		assertThat(delivery.rejected()).isEqualTo(lines);
		List<Reject> kept = new ArrayList<>();
		rig.deliveries().rejects(delivery.id(), kept::add);
		assertThat(kept).hasSize(lines)
			.last()
			.isEqualTo(new Reject(lines + 2, RejectCode.NOT_A_NUMBER, "value", "x" + (lines - 1), "a number"));
		assertThat(Files.readAllLines(rig.archive().resolve("beds.csv.rejects.csv"))).hasSize(lines + 1);
	}

	@Test
	void refusesAFileWholeAndSaysWhyBesideIt() throws IOException {
		rig.drop("beds.csv", "measure,value\nvirtual-ward-beds,170\n");
		rig.drop("other.csv", GOOD);

		assertThat(messages()).containsExactly(
				"beds.csv: refused whole, nothing of it was published. Expected columns measure, organisation, month"
						+ " and value, found [measure, value]. Name the columns like that.",
				"other.csv: published 1 figure as delivery 2, 0 revised. Of 1 line read, 1 used, 0 left out by rule,"
						+ " 0 rejected.");
		assertThat(rig.files()).containsExactly("archive/other.csv", "refused/beds.csv",
				"refused/beds.csv.rejects.csv");
		assertThat(Files.readString(rig.refused().resolve("beds.csv.rejects.csv"))).isEqualTo("""
				line,column,code,found,expected
				,,file_refused,,"Expected columns measure, organisation, month and value, found [measure, value]."
				,,file_refused,,Name the columns like that.
				""");
	}

	@Test
	void saysWhenTheSameBytesCameFirstAndChangesNothing() {
		rig.drop("beds.csv", GOOD);
		importInbox();
		rig.drop("copy of beds.csv", GOOD);

		List<ImportOutcome> outcomes = rig.intake().importInbox(ARRIVED.plusSeconds(86_400));

		assertThat(outcomes).singleElement().satisfies((outcome) -> {
			assertThat(outcome.result()).isEqualTo(Result.ALREADY_KNOWN);
			assertThat(outcome.isClean()).isTrue();
			assertThat(outcome.message()).isEqualTo("copy of beds.csv: the same bytes came on 15 May 2025 at 02:30 as "
					+ "beds.csv (delivery 1) and were published. Nothing changed.");
		});
		assertThat(rig.files()).containsExactly("archive/beds.csv");
		assertThat(rig.deliveries().count(IntakeRig.TODAY.plusDays(9))).isOne();
		assertThat(rig.deliveries().arrivals(outcomes.get(0).delivery().id())).containsExactly(
				new Arrival("beds.csv", ARRIVED), new Arrival("copy of beds.csv", ARRIVED.plusSeconds(86_400)));
		assertThat(beds()).hasSize(1);
	}

	@Test
	void doesNotCallABadFileCleanWhenItComesAgain() {
		rig.drop("beds.csv", "nothing,useful\n");
		importInbox();
		rig.drop("beds.csv", "nothing,useful\n");

		assertThat(importInbox()).singleElement().satisfies((outcome) -> {
			assertThat(outcome.isClean()).isFalse();
			assertThat(outcome.message())
				.endsWith("(delivery 1) and were refused. Nothing changed. Correct the file, or"
						+ " mend its layout and import it again with --again.");
		});
		assertThat(rig.files()).containsExactly("refused/beds.csv", "refused/beds.csv.rejects.csv");
	}

	@Test
	void putsBackBytesThatTheArchiveHasLost() throws IOException {
		rig.drop("beds.csv", GOOD);
		importInbox();
		Files.delete(rig.archive().resolve("beds.csv"));
		rig.drop("again.csv", GOOD);

		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.ALREADY_KNOWN);
		assertThat(rig.files()).containsExactly("archive/again.csv");
	}

	@Test
	void keepsBothFilesThatCameUnderOneName() {
		rig.drop("beds.csv", GOOD);
		importInbox();
		rig.drop("beds.csv", GOOD.replace("170", "205"));

		assertThat(messages()).containsExactly("beds.csv: published 1 figure as delivery 2, 1 revised. "
				+ "Of 1 line read, 1 used, 0 left out by rule, 0 rejected.");
		assertThat(rig.files()).hasSize(2)
			.contains("archive/beds.csv")
			.element(0)
			.asString()
			.matches("archive/[0-9a-f]{8}-beds.csv");
	}

	@Test
	void countsOnlyFiguresThatDifferAsRevised() {
		rig.drop("a.csv", SmallReading.HEADER + "virtual-ward-beds,QMM,2025-01,1\nvirtual-ward-beds,QMM,2025-02,2\n");
		importInbox();
		rig.drop("b.csv", SmallReading.HEADER + "virtual-ward-beds,QMM,2025-01,1.0\n"
				+ "virtual-ward-beds,QMM,2025-02,3\nvirtual-ward-beds,QMM,2025-03,4\n");

		Delivery delivery = importInbox().get(0).delivery();

		assertThat(delivery.figures()).isEqualTo(3);
		assertThat(delivery.revised()).isOne();
		assertThat(rig.jdbc().sql("select added from delivery where id = 2").query(Long.class).single()).isOne();
	}

	@Test
	void readsTheOldestFileFirst() throws IOException {
		Files.setLastModifiedTime(rig.drop("a.csv", GOOD.replace("170", "3")), FileTime.fromMillis(3000));
		Files.setLastModifiedTime(rig.drop("b.csv", GOOD.replace("170", "1")), FileTime.fromMillis(1000));
		Files.setLastModifiedTime(rig.drop("c.csv", GOOD.replace("170", "2")), FileTime.fromMillis(2000));

		assertThat(importInbox()).extracting(ImportOutcome::fileName).containsExactly("b.csv", "c.csv", "a.csv");
		assertThat(beds()).extracting((each) -> each.figure().value().intValue()).containsExactly(3);
	}

	@Test
	void leavesAFileAloneThatIsStillGrowing() {
		Path growing = rig.drop("beds.csv", SmallReading.HEADER);
		rig.betweenLooks(() -> append(growing, "virtual-ward-beds,QMM,2025-03,170\n"));

		assertThat(rig.intake().hasFilesWaiting()).isFalse();
		rig.betweenLooks(() -> append(growing, "virtual-ward-beds,QMM,2025-04,171\n"));
		assertThat(importInbox()).isEmpty();

		rig.betweenLooks(() -> {
		});
		assertThat(rig.intake().hasFilesWaiting()).isTrue();
		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.PUBLISHED);
	}

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
	void doesNotFileAwayANewFileThatTookTheNameOfTheOneRead() throws IOException {
		Path file = rig.drop("beds.csv", GOOD);
		importInbox();
		Path again = rig.drop("beds.csv", GOOD.replace("170", "171"));
		Filing filing = new Filing(new DataFolders(rig.inbox(), rig.archive(), rig.refused()), rig.deliveries());

		filing.file(rig.deliveries().newest(IntakeRig.TODAY, 0, 1).get(0), Delivery.State.PUBLISHED, file, null);

		assertThat(again).hasContent(GOOD.replace("170", "171"));
		assertThat(rig.archive().resolve("beds.csv")).hasContent(GOOD);
	}

	@ParameterizedTest
	@ValueSource(strings = { ".hidden.csv", ".~lock.beds.csv#", "~$beds.csv", "beds.csv.part", "beds.csv.tmp",
			"beds.csv.crdownload", "beds.CSV.FilePart", "beds.csv~", "Thumbs.db", "desktop.ini", ".DS_Store",
			".folder/beds.csv" })
	void passesOverWhatIsNoFinishedFile(String name) {
		rig.drop(name, GOOD);

		assertThat(rig.intake().hasFilesWaiting()).isFalse();
		assertThat(importInbox()).isEmpty();
		assertThat(rig.files()).containsExactly("inbox/" + name);
	}

	@Test
	void readsSubFoldersOneLevelDown() {
		rig.drop("x.csv/beds.csv", GOOD);
		rig.drop("deep/deeper/beds.csv", GOOD);

		assertThat(importInbox()).extracting(ImportOutcome::fileName).containsExactly("beds.csv");
		assertThat(rig.files()).containsExactly("archive/x.csv/beds.csv", "inbox/deep/deeper/beds.csv");
		assertThat(rig.inbox().resolve("x.csv")).isDirectory();
	}

	@Test
	void doesNotFollowLinks() throws IOException {
		Path outside = IntakeRig.write(rig.data().resolve("outside.csv"), GOOD);
		Files.createSymbolicLink(rig.inbox().resolve("link.csv"), outside);

		assertThat(importInbox()).isEmpty();
		assertThat(outside).exists();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Größe & \"Zahl\".csv", "a\nb.csv", "=cmd|' /C calc'!A0.csv", "%41%zz.csv", "no ending",
			"\uD83C\uDFE5.csv", "-rf", "a.csv.rejects.csv", "100% of it?.csv", " spaces .csv " })
	void takesAnyName(String name) {
		rig.drop(name, GOOD);
		rig.drop("next.csv", GOOD.replace("170", "1"));

		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.PUBLISHED, Result.PUBLISHED);
		assertThat(rig.files()).allMatch((file) -> file.startsWith("archive/")).hasSize(2);
	}

	@Test
	void showsNamesWithoutCharactersThatDoSomething() {
		rig.drop("a\nb\u202Ec\u001B[2J.csv", GOOD);

		assertThat(importInbox()).extracting(ImportOutcome::fileName).containsExactly("a\uFFFDb\uFFFDc\uFFFD[2J.csv");
	}

	@Test
	void takesANameThatIsNoText() throws IOException {
		Path file = Path.of(URI.create(rig.inbox().toUri() + "M%E4rz.csv"));
		Files.writeString(file, GOOD + "virtual-ward-beds,QMM,2025-02,x\n");

		assertThat(importInbox()).extracting(ImportOutcome::fileName).containsExactly("M\uFFFDrz.csv");
		assertThat(Path.of(URI.create(rig.archive().toUri() + "M%E4rz.csv"))).exists();
		assertThat(Path.of(URI.create(rig.archive().toUri() + "M%E4rz.csv.rejects.csv"))).exists();
		assertThat(file).doesNotExist();
	}

	@Test
	void filesANameThatIsTooLongUnderItsFingerprint() {
		rig.drop("ä".repeat(125) + ".csv", GOOD + "virtual-ward-beds,QMM,2025-02,x\n");

		Delivery delivery = importInbox().get(0).delivery();

		assertThat(rig.files()).containsExactly("archive/" + delivery.sha256() + ".csv",
				"archive/" + delivery.sha256() + ".csv.rejects.csv");
		assertThat(delivery.fileName()).startsWith("ääää");
	}

	@Test
	void refusesAFileOnWhichTheReaderFailsAndGoesOn() {
		rig.drop("a.csv", GOOD);
		rig.drop("b.csv", GOOD.replace("170", "1"));
		Reading small = new SmallReading();
		rig.read((file, name, context, rejects) -> {
			if (name.equals("a.csv")) {
				rejects.accept(new Reject(1, RejectCode.UNREADABLE_LINE, "", "", ""));
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
				+ "Nothing of it was taken and it stays where it is; mend that and import it again.");
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
					+ " It stays where it is; mend that, and the next import puts it away.");
		assertThat(rig.files()).containsExactly("archive", "inbox/beds.csv");

		Files.delete(rig.archive());
		assertThat(messages()).containsExactly("beds.csv: the same bytes came on 15 May 2025 at 02:30 as beds.csv "
				+ "(delivery 1) and were published. Nothing changed.");
		assertThat(rig.files()).containsExactly("archive/beds.csv");
		assertThat(rig.rows("delivery")).isOne();
		assertThat(rig.rows("arrival")).isOne();
	}

	@Test
	void publishesNothingWhenTheDatabaseIsFull() {
		rig.drop("a.csv", GOOD);
		rig.drop("b.csv", "nothing,useful\n");
		rig.jdbc().sql("""
				create function full_disk() returns trigger language plpgsql as
				$$ begin raise exception sqlstate '53100' using message = 'could not extend file: No space left'; end $$
				""").update();
		rig.jdbc().sql("create trigger full_disk before insert on observation execute function full_disk()").update();

		assertThat(importInbox()).extracting(ImportOutcome::message)
			.first()
			.asString()
			.startsWith("a.csv: expected to write to the database, found \"ERROR: could not extend file: No space left")
			.endsWith("Nothing of the file was published and it stays where it is; mend that and import it again.");
		assertThat(rig.files()).containsExactly("inbox/a.csv", "refused/b.csv", "refused/b.csv.rejects.csv");
		assertThat(rig.rows("figure_set", "coverage", "observation")).isZero();

		rig.jdbc().sql("drop function full_disk cascade").update();
		assertThat(importInbox()).extracting(ImportOutcome::result).containsExactly(Result.PUBLISHED);
		assertThat(rig.files()).contains("archive/a.csv").doesNotContain("inbox/a.csv");
	}

	@Test
	void saysSoWhenTheInboxItselfCannotBeRead() throws IOException {
		Files.delete(rig.inbox());
		Files.createFile(rig.inbox());

		assertThat(messages()).containsExactly(rig.inbox()
				+ ": expected a folder that this service may read and write, found something that is not a folder."
				+ " Nothing more was imported; mend that and start again.");
	}

	@Test
	void beginsNothingNewOnceTheServiceStops() {
		rig.drop("a.csv", GOOD);
		rig.drop("b.csv", GOOD.replace("170", "1"));
		rig.read(after(() -> {
			new Thread(rig::stop).start();
			while (!rig.turn().isStopping()) {
				Thread.onSpinWait();
			}
		}));

		assertThat(importInbox()).extracting(ImportOutcome::fileName).containsExactly("a.csv");
		assertThat(rig.files()).containsExactly("archive/a.csv", "inbox/b.csv");
	}

	private List<ImportOutcome> importInbox() {
		return rig.intake().importInbox(ARRIVED);
	}

	private List<String> messages() {
		return importInbox().stream().map(ImportOutcome::message).toList();
	}

	private List<Revision> beds() {
		return rig.observations().series(SmallPlan.BEDS, SmallPlan.ICB, IntakeRig.TODAY.plusDays(9)).points();
	}

	private static Reading after(Runnable then) {
		return new Reading() {

			private final Reading small = new SmallReading();

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

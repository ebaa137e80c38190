package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.jfpmonitor.intake.ImportOutcome;
import org.jfpmonitor.intake.ImportOutcome.Result;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.inbox.DataFolders;
import org.jfpmonitor.intake.inbox.FileArchive;
import org.jfpmonitor.observation.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class InboxMannersTest {

	private static final Instant ARRIVED = Instant.parse("2025-05-15T01:30:00Z");

	private static final String GOOD = SmallReading.HEADER + "virtual-ward-beds,QMM,2025-03,170\n";

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig();

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
	@ExtendWith(OutputCaptureExtension.class)
	void saysOnceOfAFileThatItIsNotReadUntilItIsGone(CapturedOutput log) throws IOException {
		Path link = rig.inbox().resolve("link.csv");
		Files.createSymbolicLink(link, IntakeRig.write(rig.data().resolve("elsewhere/beds.csv"), "x"));
		String words = "link.csv in the inbox is not read: it is no ordinary file but a link or a device.";

		rig.importInbox(ARRIVED);
		rig.importInbox(ARRIVED);
		assertThat(log.getOut().split(words, -1)).hasSize(2);

		Files.delete(link);
		rig.importInbox(ARRIVED);
		Files.createSymbolicLink(link, rig.data().resolve("elsewhere/beds.csv"));
		rig.importInbox(ARRIVED);
		assertThat(log.getOut().split(words, -1)).hasSize(3);
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
	void whatTheArchiveNamedByItsFingerprintIsReadAgainUnderItsOwnName() {
		rig.drop("beds.csv", GOOD);
		importInbox();
		rig.drop("beds.csv", GOOD.replace("170", "205"));
		importInbox();
		String named = rig.files().get(0);

		ImportOutcome again = rig.importAgain(rig.data().resolve(named), Instant.parse("2025-03-20T01:30:00Z"));

		assertThat(named).matches("archive/[0-9a-f]{8}-beds.csv");
		assertThat(again.message()).startsWith("beds.csv: published 1 figure as delivery 3");
		assertThat(rig.files()).hasSize(2).contains(named);
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
	void doesNotFileAwayANewFileThatTookTheNameOfTheOneRead() throws IOException {
		Path file = rig.drop("beds.csv", GOOD);
		importInbox();
		Path again = rig.drop("beds.csv", GOOD.replace("170", "171"));
		FileArchive filing = new FileArchive(new DataFolders(rig.inbox(), rig.archive(), rig.refused()),
				rig.deliveries());

		filing.file(rig.deliveries().newest(IntakeRig.TODAY, 0, 1).get(0), Delivery.Outcome.PUBLISHED, file, null);

		assertThat(again).hasContent(GOOD.replace("170", "171"));
		assertThat(rig.archive().resolve("beds.csv")).hasContent(GOOD);
	}

	@Test
	void isPutAwayBeforeTheNextOneIsReadSoThatAnotherFileMayTakeItsName() {
		rig.drop("a.csv", GOOD);
		rig.drop("b.csv", GOOD.replace("170", "1"));
		try (IntakeRig reader = rig.siblingThatReadsOneByOne()) {
			reader.read((file, name, context, rejects) -> {
				if (name.equals("b.csv")) {
					rig.drop("a.csv", GOOD.replace("170", "171"));
				}
				return new SmallReading().read(file, name, context, rejects);
			});
			reader.importInbox(ARRIVED);
		}

		assertThat(rig.archive().resolve("a.csv")).hasContent(GOOD);
		assertThat(rig.inbox().resolve("a.csv")).hasContent(GOOD.replace("170", "171"));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void saysThatWhatWasPublishedIsKeptNowhere(CapturedOutput log) throws IOException {
		Path file = rig.drop("beds.csv", GOOD);
		importInbox();
		Files.delete(rig.archive().resolve("beds.csv"));
		rig.drop("beds.csv", GOOD.replace("170", "171"));
		rig.jdbc().sql("update run_file set done = false").update();
		long run = rig.jdbc().sql("select run from run_file").query(Long.class).single();

		assertThat(rig.bean(FilingAway.class).next(run, 99)).isTrue();

		assertThat(log)
			.contains("beds.csv: expected to put what was read as delivery 1 into a folder, found that it was"
					+ " taken away, or that another file has its name, in the moment before. What was published of it counts;"
					+ " get the file again and send it to have it kept.");
		assertThat(file).hasContent(GOOD.replace("170", "171"));
		assertThat(rig.bean(FilingAway.class).next(run, 100)).isFalse();
	}

	@Test
	void filesAwayToAnotherDisk() throws IOException {
		Path memory = Path.of("/dev/shm");
		assumeTrue(Files.isWritable(memory) && !Files.getFileStore(memory).equals(Files.getFileStore(rig.inbox())),
				"There is no second disk");
		Path disk = Files.createTempDirectory(memory, "archive");
		try {
			rig.drop("beds.csv", GOOD);
			importInbox();
			Path again = rig.drop("beds.csv", GOOD);
			FileArchive filing = new FileArchive(new DataFolders(rig.inbox(), disk, rig.refused()), rig.deliveries());

			filing.file(rig.deliveries().newest(IntakeRig.TODAY, 0, 1).get(0), Delivery.Outcome.PUBLISHED, again, null);

			assertThat(again).doesNotExist();
			assertThat(disk.resolve("beds.csv")).hasContent(GOOD);
		}
		finally {
			FileSystemUtils.deleteRecursively(disk);
		}
	}

	@Test
	void takesALinkToAFolderForTheFolder(@TempDir Path data) throws IOException {
		Path elsewhere = Files.createDirectory(data.resolve("elsewhere"));
		Files.createSymbolicLink(data.resolve("archive"), elsewhere);

		assertThat(DataFolders.in(data).made().archive()).isEqualTo(elsewhere.toRealPath());
	}

	private List<ImportOutcome> importInbox() {
		return rig.importInbox(ARRIVED);
	}

	private List<String> messages() {
		return importInbox().stream().map(ImportOutcome::message).toList();
	}

	private List<Revision> beds() {
		return rig.observations().series(SmallPlan.BEDS, SmallPlan.ICB, IntakeRig.TODAY.plusDays(9)).points();
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

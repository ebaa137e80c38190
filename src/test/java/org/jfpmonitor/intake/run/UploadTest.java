package org.jfpmonitor.intake.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.intake.inbox.Upload;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.intake.inbox.Inbox;
import org.jfpmonitor.intake.inbox.UploadReceived;
import org.jfpmonitor.intake.inbox.Uploads;
import org.jfpmonitor.progress.Sender;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class UploadTest {

	private static final Instant ARRIVED = Instant.parse("2025-05-15T01:30:00Z");

	private static final String FIGURES = SmallReading.HEADER + "virtual-ward-beds,QMM,2025-03,170\n";

	private static final Sender ANALYST = new Sender("analyst", false);

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig();

	@Test
	void putsTheBytesIntoTheInboxAndAnnouncesThem() throws IOException {
		List<Object> heard = new ArrayList<>();
		rig.hear(heard::add);

		String sha256 = rig.intake().upload("beds.csv", bytes(FIGURES), ANALYST).sha256();

		assertThat(rig.inbox().resolve("beds.csv")).hasContent(FIGURES);
		assertThat(heard).containsExactly(new UploadReceived("beds.csv", sha256));
		rig.importInbox(ARRIVED);
		assertThat(rig.deliveries().find(sha256)).get().extracting(Delivery::fileName).isEqualTo("beds.csv");
	}

	@Test
	void saysWhetherTheSameBytesWereDeliveredBefore() throws IOException {
		Upload first = rig.intake().upload("beds.csv", bytes(FIGURES), ANALYST);
		rig.importInbox(ARRIVED);

		Upload again = rig.intake().upload("other.csv", bytes(FIGURES), ANALYST);

		assertThat(first.known()).isFalse();
		assertThat(again).isEqualTo(new Upload(first.sha256(), true));
	}

	@Test
	void anNhsNumberInANameIsNotKept() throws IOException {
		String sha256 = rig.intake().upload("patient 943 476 5919.csv", bytes(FIGURES), ANALYST).sha256();
		assertThat(rig.inbox().resolve("patient nhs-number-removed.csv")).hasContent(FIGURES);
		rig.drop("9434765919.csv", FIGURES + "\n");

		rig.importInbox(ARRIVED);

		assertThat(rig.deliveries().find(sha256)).get()
			.extracting(Delivery::fileName)
			.isEqualTo("patient nhs-number-removed.csv");
		assertThat(rig.deliveries().newest(IntakeRig.TODAY, 0, 9)).extracting(Delivery::fileName)
			.containsExactlyInAnyOrder("patient nhs-number-removed.csv", "nhs-number-removed.csv");
	}

	@Test
	void aDeliveryKeepsWhoSentItAlsoWhenItsBytesAreReadAgain() throws IOException {
		List<Sender> readFor = new ArrayList<>();
		rig.read((file, name, context, rejects) -> {
			readFor.add(context.sender());
			return new SmallReading().read(file, name, context, rejects);
		});
		String sha256 = rig.intake().upload("beds.csv", bytes(FIGURES), ANALYST).sha256();
		rig.importInbox(ARRIVED);
		rig.drop("theirs.csv", FIGURES + "\n");
		rig.importInbox(ARRIVED);

		rig.importAgain(rig.archive().resolve("beds.csv"), ARRIVED.plusSeconds(60));

		assertThat(readFor).containsExactly(ANALYST, Sender.OWNER_OF_THE_FOLDER, ANALYST);
		assertThat(rig.deliveries().find(sha256)).get().extracting(Delivery::sender).isEqualTo("analyst");
		assertThat(rig.deliveries().newest(IntakeRig.TODAY, 0, 9)).extracting(Delivery::sender)
			.containsExactlyInAnyOrder("analyst", null, "analyst");
	}

	@Test
	void anUploadThatWasNotReachedIsStillKnownAsOneAfterARestart() throws IOException {
		rig.drop("theirs.csv", FIGURES);
		assertThat(rig.intake().hasUploadsWaiting()).isFalse();

		rig.intake().upload("beds.csv", bytes(FIGURES + "\n"), ANALYST);

		try (IntakeRig restarted = rig.sibling()) {
			assertThat(restarted.intake().hasUploadsWaiting()).isTrue();
			restarted.importInbox(ARRIVED);
			assertThat(restarted.intake().hasUploadsWaiting()).isFalse();
		}
	}

	@Test
	void doesNotReplaceAFileThatWaits() throws IOException {
		rig.intake().upload("beds.csv", bytes(FIGURES), ANALYST);
		rig.intake().upload("beds.csv", bytes(FIGURES + "\n"), ANALYST);

		assertThat(rig.files()).hasSize(2).contains("inbox/beds.csv");
		assertThat(rig.importInbox(ARRIVED)).hasSize(2);
	}

	@Test
	void keepsNothingOfAnUploadThatBreaksOff() throws IOException {
		InputStream rest = InputStream.nullInputStream();
		rest.close();
		InputStream broken = new SequenceInputStream(bytes(FIGURES), rest);

		assertThatIOException().isThrownBy(() -> rig.intake().upload("beds.csv", broken, ANALYST))
			.withMessage("beds.csv: expected room in the inbox and an upload that comes to its end, found "
					+ "\"Stream closed\". Nothing of it was kept; mend that and send it again.");
		assertThat(rig.files()).isEmpty();
	}

	@Test
	void clearsAwayWhatAnUploadThatWasCutOffLeft() throws IOException {
		Instant now = Instant.parse("2025-05-15T12:00:00Z");
		Path old = rig.drop(".jfp-0fdb1a2c-8f6f-4f3e-9a2b-6f1f0c6b7d11.part", "half");
		Path young = rig.drop(".jfp-1fdb1a2c-8f6f-4f3e-9a2b-6f1f0c6b7d11.part", "half");
		Path foreign = rig.drop("theirs.part", "half");
		Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofHours(25))));
		Files.setLastModifiedTime(young, FileTime.from(now.minus(Duration.ofHours(23))));
		Files.setLastModifiedTime(foreign, FileTime.from(now.minus(Duration.ofDays(99))));

		new Inbox(rig.inbox(), Duration.ZERO, (pause) -> {
		}, Today.by(Clock.fixed(now, ZoneOffset.UTC))).ready();

		assertThat(old).doesNotExist();
		assertThat(young).exists();
		assertThat(foreign).exists();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			beds.csv              | beds.csv
			../../etc/passwd      | passwd
			C:\\fakepath\\beds.csv | beds.csv
			a:b*c?.csv            | a_b_c_.csv
			.hidden.csv           | hidden.csv
			~$beds.xlsx           | beds.xlsx
			..                    | upload-
			``                    | upload-
			nul                   | upload-nul
			COM1.csv              | upload-COM1.csv
			beds.csv.part         | beds.csv.part.csv
			thumbs.db             | thumbs.db.csv
			März 2025.csv         | März 2025.csv
			trailing.csv. .       | trailing.csv
			""")
	void takesNamesThatEverySystemTakes(String said, String kept) {
		assertThat(Uploads.safe(said)).isEqualTo(kept);
	}

	@Test
	void shortensLongNamesFromTheFront() {
		assertThat(Uploads.safe("x".repeat(300) + ".csv")).isEqualTo("x".repeat(96) + ".csv");
	}

	private static InputStream bytes(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

}

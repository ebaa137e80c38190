package org.jfpmonitor.intake.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

import org.jfpmonitor.intake.delivery.OldDeliveries;
import org.jfpmonitor.intake.inbox.FiledFiles;
import org.jfpmonitor.intake.received.OldRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** How long files are kept, and who may see them meanwhile. */
class RetentionTest {

	private static final Instant ARRIVED = Instant.parse("2025-03-15T01:30:00Z");

	private static final Instant LATER = ARRIVED.plus(Duration.ofDays(30));

	private static final String FIGURES = SmallReading.HEADER + "virtual-ward-beds,QMM,2025-03,170\n";

	private static final String HALF = FIGURES + "virtual-ward-beds,QMM,2025-02,many\n";

	@RegisterExtension
	private static final IntakeRig rig = new IntakeRig();

	@Test
	void removesWhatWasPublishedByTheLayoutBeforeAndNothingElse() throws IOException {
		rig.drop("sub/old.csv", HALF);
		rig.importInbox(ARRIVED);
		rig.drop("new.csv", FIGURES + "\n");
		rig.importInbox(LATER);
		Path stranger = IntakeRig.write(rig.archive().resolve("elsewhere/old.csv"), "put here by somebody");

		int removed = rig.bean(FiledFiles.class).remove(rig.bean(OldDeliveries.class).published("small", LATER));

		assertThat(removed).isEqualTo(1);
		assertThat(rig.files()).containsExactly("archive/elsewhere/old.csv", "archive/new.csv");
		assertThat(stranger).exists();
		assertThat(rig.bean(OldDeliveries.class).published("other", LATER)).isEmpty();
	}

	@Test
	void keepsBytesThatCameAgainSince() throws IOException {
		rig.drop("old.csv", FIGURES);
		rig.importInbox(ARRIVED);
		rig.drop("old.csv", FIGURES);
		rig.importInbox(LATER);

		assertThat(rig.bean(OldDeliveries.class).published("small", LATER)).isEmpty();
	}

	@Test
	void removesRefusedFilesWithTheirRejects() throws IOException {
		rig.drop("refused.csv", "a,b\n1,2\n");
		rig.importInbox(ARRIVED);
		assertThat(rig.files()).containsExactly("refused/refused.csv", "refused/refused.csv.rejects.csv");

		rig.bean(FiledFiles.class).remove(rig.bean(OldDeliveries.class).refused(LATER));

		assertThat(rig.files()).isEmpty();
	}

	@Test
	void forgetsWhichFilesACompletedRunHandedOutAndWhatIsLeftOfTheirReading() {
		rig.drop("a.csv", FIGURES);
		rig.drop("b.csv", FIGURES + "\n");
		rig.importInbox(ARRIVED);
		String partitions = "batch_step_execution where step_name like 'readFile:%'";
		assertThat(rig.rows(partitions)).isEqualTo(2);
		rig.jdbc().sql("insert into run_reading select run, number, '', '', 0 from run_file").update();
		long steps = rig.rows("batch_step_execution");

		assertThat(rig.bean(OldRuns.class).forgetPartitions()).isEqualTo(2);
		assertThat(rig.bean(OldRuns.class).forgetReadings()).isEqualTo(2);

		assertThat(rig.rows(partitions, "run_reading")).isZero();
		assertThat(rig.rows("batch_step_execution")).isEqualTo(steps - 2);
		assertThat(rig.rows("batch_step_execution_context")).isEqualTo(steps - 2);
	}

	@Test
	void knownBytesStayKnownWhenTheirImportIsForgotten() throws IOException {
		Path file = IntakeRig.write(rig.data().resolve("beds.csv"), FIGURES);
		rig.importFile(file, ARRIVED);

		assertThat(rig.bean(OldDeliveries.class).forgetImports(Instant.now().plusSeconds(60))).isEqualTo(1);

		assertThat(rig.rows("batch_job_instance", "batch_job_execution", "batch_step_execution",
				"batch_job_execution_params", "batch_job_execution_context", "batch_step_execution_context"))
			.isZero();
		assertThat(rig.importFile(file, LATER).isClean()).isTrue();
		assertThat(rig.rows("delivery")).isEqualTo(1);
		assertThat(rig.rows("arrival")).isEqualTo(2);
	}

	@Test
	void whatLiesOnDiskIsTheOwnersAloneAndAGroupIsLetInByTheFolder() throws IOException {
		assertThat(rights(rig.inbox())).isEqualTo("rwx------");
		rig.drop("half.csv", HALF);
		Files.setPosixFilePermissions(rig.inbox().resolve("half.csv"), PosixFilePermissions.fromString("rw-r--r--"));
		rig.importInbox(ARRIVED);
		assertThat(rights(rig.archive())).isEqualTo("rwx------");
		assertThat(rights(rig.archive().resolve("half.csv"))).isEqualTo("rw-------");
		assertThat(rights(rig.archive().resolve("half.csv.rejects.csv"))).isEqualTo("rw-------");

		Files.setPosixFilePermissions(rig.archive(), PosixFilePermissions.fromString("rwxr-x---"));
		rig.importFile(IntakeRig.write(rig.data().resolve("more.csv"), FIGURES), ARRIVED);
		assertThat(rights(rig.archive().resolve("more.csv"))).isEqualTo("rw-r-----");
	}

	private static String rights(Path path) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
	}

}

package org.jfpmonitor.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ImportInboxTest {

	private static final Instant ARRIVED = Instant.parse("2025-05-15T01:30:00Z");

	@TempDir
	Path data;

	private IntakeRig rig;

	@BeforeEach
	void start() {
		this.rig = new IntakeRig(TestDatabase.create().dataSource(), this.data, new SmallReading());
	}

	@AfterEach
	void close() {
		this.rig.close();
	}

	@Test
	void publishesAnExtractAndArchivesItsFile() {
		this.rig.drop("beds.csv", SmallReading.HEADER + "virtual-ward-beds,QMM,2025-03,170\n");

		List<ImportOutcome> outcomes = this.rig.intake().importInbox(ARRIVED);

		assertThat(outcomes).extracting(ImportOutcome::message)
			.containsExactly("beds.csv: published 1 figure as delivery 1, 0 revised. "
					+ "Of 1 line read, 1 used, 0 left out by rule, 0 rejected.");
		assertThat(this.rig.files()).containsExactly("archive/beds.csv");
		assertThat(this.rig.observations().series(SmallPlan.BEDS, SmallPlan.ICB, IntakeRig.TODAY).points())
			.singleElement()
			.satisfies((revision) -> {
				assertThat(revision.figure().value()).isEqualByComparingTo("170");
				assertThat(revision.provenance().fileName()).isEqualTo("beds.csv");
				assertThat(revision.provenance().knownAt()).isEqualTo(ARRIVED);
			});
	}

}

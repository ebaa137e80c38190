package org.jfpmonitor.plan.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jfpmonitor.plan.GoodPlan;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StoredPlanTest {

	/** Never to be changed: databases hold such documents. */
	private static final Path FORMAT_1 = Path.of("src/test/resources/plan/stored-format-1.json");

	@TempDir
	private Path directory;

	@Test
	void readsTheDocumentsThatTheFirstReleaseKept() throws IOException {
		assertThat(StoredPlan.read(1, Files.readString(FORMAT_1))).isEqualTo(GoodPlan.in(this.directory).plan());
	}

	@Test
	void writesTheDocumentsThatTheFirstReleaseWrote() throws IOException {
		JsonMapper mapper = JsonMapper.shared();
		assertThat(mapper.readTree(StoredPlan.write(GoodPlan.in(this.directory).plan())))
			.isEqualTo(mapper.readTree(Files.readString(FORMAT_1)));
	}

	@Test
	void keepsTheWholeShippedPlan() {
		Plan plan = PlanFiles
			.read(Path.of("config/plan"), OrganisationsFile.shipped(),
					CatalogueReading.in(Path.of("config")).catalogue())
			.plan()
			.orElseThrow();
		assertThat(StoredPlan.read(StoredPlan.FORMAT, StoredPlan.write(plan))).isEqualTo(plan);
	}

	@Test
	void keepsTheWordsOfAPlan() {
		Plan plan = GoodPlan.in(this.directory)
			.change("to: 2029-03-31,",
					"to: 2029-03-31, words: {ambition: Priority, statuses: {Off plan: delayed, At risk: delayed}},")
			.plan();
		assertThat(plan.words().statuses()).hasSize(2);
		assertThat(StoredPlan.read(StoredPlan.FORMAT, StoredPlan.write(plan))).isEqualTo(plan);
	}

	@Test
	void refusesTheFormatOfALaterRelease() {
		assertThatIllegalStateException().isThrownBy(() -> StoredPlan.read(2, "{}"))
			.withMessage("Expected a plan kept in format 1, found format 2. Start the release that wrote it, or a later"
					+ " one.");
	}

}

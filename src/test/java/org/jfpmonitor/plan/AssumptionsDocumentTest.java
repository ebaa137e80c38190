package org.jfpmonitor.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.target.Target;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AssumptionsDocumentTest {

	@Test
	void documentNamesEveryAssumptionOfTheShippedPlan() throws IOException {
		Plan plan = PlanFiles
			.read(Path.of("config/plan"), OrganisationsFile.shipped(),
					CatalogueReading.in(Path.of("config")).catalogue())
			.plan()
			.orElseThrow();
		String document = Files.readString(Path.of("docs/assumptions.md"), StandardCharsets.UTF_8);
		List<String> assumed = Stream.concat(measures(plan), milestones(plan)).toList();
		assertThat(assumed).isNotEmpty().allSatisfy((id) -> assertThat(document).contains("`" + id + "`"));
	}

	private static Stream<String> measures(Plan plan) {
		return plan.measures()
			.stream()
			.filter((measure) -> Optional.ofNullable(measure.target()).map(Target::assumption).isPresent())
			.map((measure) -> measure.id().value());
	}

	private static Stream<String> milestones(Plan plan) {
		return plan.objectives()
			.stream()
			.flatMap((objective) -> objective.milestones().stream())
			.filter((milestone) -> milestone.assumption() != null)
			.map((milestone) -> milestone.id().value());
	}

}

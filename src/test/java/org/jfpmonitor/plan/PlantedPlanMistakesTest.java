package org.jfpmonitor.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.catalogue.Catalogue;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.yaml.Fault;
import org.jfpmonitor.plan.yaml.PlantedMistake;
import org.jfpmonitor.plan.yaml.YamlFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One mistake at a time in each shipped plan file is named at its line. */
class PlantedPlanMistakesTest {

	private static final Organisations ORGANISATIONS = OrganisationsFile.read(Path.of("config/organisations.yaml"))
		.organisations()
		.orElseThrow();

	private static final Catalogue CATALOGUE = CatalogueReading.in(Path.of("config")).catalogue();

	private static final int MISTAKES = Cases.number(12, 40);

	static Stream<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("config/plan"))) {
			return files.sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyMistakeIsNamedAtItsLine(Path file) throws IOException {
		for (PlantedMistake mistake : PlantedMistake.in(Files.readString(file), new Random(11), MISTAKES)) {
			List<YamlFile> plan = files().map((each) -> each.equals(file) ? new YamlFile(file, mistake.content())
					: YamlFile.onDisk(each, List.of()).orElseThrow())
				.toList();
			List<Fault> faults = PlanFiles.kept(plan).read(ORGANISATIONS, CATALOGUE).faults();
			assertThat(faults).as("%s: %s", file, mistake.what())
				.anySatisfy((fault) -> assertThat(fault.line()).isBetween(mistake.from(), mistake.to()));
		}
	}

}

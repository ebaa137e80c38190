package org.jfpmonitor.extract.layout.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.jfpmonitor.EveryCase.Cases;
import org.jfpmonitor.extract.Shipped;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.yaml.OverlaidFiles;
import org.jfpmonitor.plan.yaml.PlantedMistake;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One mistake at a time in each shipped layout is named at its line. */
class PlantedLayoutMistakesTest {

	private static final Organisations ORGANISATIONS = OrganisationsFile.read(Path.of("config/organisations.yaml"))
		.organisations()
		.orElseThrow();

	private static final Plan PLAN = PlanFiles
		.read(Path.of("config/plan"), ORGANISATIONS, CatalogueReading.in(Path.of("config")).catalogue())
		.plan()
		.orElseThrow();

	private static final int MISTAKES = Cases.number(25, 80);

	@TempDir
	private Path folder;

	static Stream<Path> layouts() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("config/layouts"))) {
			return files.sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void everyMistakeIsNamedAtItsLine(Path layout) throws IOException {
		Path file = this.folder.resolve(layout.getFileName());
		for (PlantedMistake mistake : PlantedMistake.in(Files.readString(layout), new Random(11), MISTAKES)) {
			Files.writeString(file, mistake.content());
			assertThat(LayoutFiles.read(OverlaidFiles.of(this.folder, List.of()), PLAN, Shipped.CATALOGUE).faults())
				.as("%s%n%s", mistake.what(), mistake.content())
				.anySatisfy((fault) -> assertThat(fault.line()).isBetween(mistake.from(), mistake.to()));
		}
	}

}

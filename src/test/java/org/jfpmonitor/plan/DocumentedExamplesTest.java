package org.jfpmonitor.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.catalogue.CatalogueReading;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.reading.OrganisationsFile;
import org.jfpmonitor.plan.reading.OrganisationsReading;
import org.jfpmonitor.plan.reading.PlanFiles;
import org.jfpmonitor.plan.reading.PlanReading;
import org.jfpmonitor.plan.yaml.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents tell an analyst to write is right where they say it goes. */
class DocumentedExamplesTest {

	private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

	@TempDir
	private Path config;

	@BeforeEach
	void copyTheConfigurationAsShipped() throws IOException {
		Files.createDirectory(this.config.resolve("plan"));
		try (Stream<Path> files = Files.list(Path.of("config", "plan"))) {
			for (Path file : files.toList()) {
				Files.copy(file, this.config.resolve("plan").resolve(file.getFileName()));
			}
		}
		Files.copy(Path.of("config", "organisations.yaml"), this.config.resolve("organisations.yaml"));
	}

	@Test
	void addsTheMeasureOfTheDocument() throws IOException {
		insertBelow("plan/ambition-6.yaml", "code: 6c", "    measures:\n", example("adding-a-measure.md"));
		PlanReading reading = plan();
		assertThat(reading.faults()).isEmpty();
		assertThat(reading.plan().orElseThrow().objectiveOf(MeasureId.of("urgent-community-response")))
			.map(Objective::code)
			.contains(ObjectiveCode.of("6c"));
	}

	@Test
	void addsTheOrganisationOfTheDocument() throws IOException {
		insertBelow("organisations.yaml", "", "organisations:\n", example("adding-an-organisation.md"));
		OrganisationsReading reading = OrganisationsFile.read(this.config.resolve("organisations.yaml"));
		assertThat(reading.faults()).isEmpty();
		assertThat(reading.organisations().orElseThrow().find("example community")).map(Organisation::name)
			.contains("Example Community Services NHS Trust");
	}

	@Test
	void mistakeOfTheDocumentReadsAsQuoted() throws IOException {
		String withoutDirection = example("adding-a-measure.md").replace("        better: higher\n", "");
		insertBelow("plan/ambition-6.yaml", "code: 6c", "    measures:\n", withoutDirection);
		List<Fault> faults = plan().faults();
		assertThat(faults).hasSize(1);
		assertThat(document("adding-a-measure.md")).contains(faults.get(0).message());
	}

	private PlanReading plan() {
		return PlanFiles.read(this.config.resolve("plan"), OrganisationsFile.shipped(),
				CatalogueReading.in(Path.of("config")).catalogue());
	}

	private void insertBelow(String file, String heading, String line, String text) throws IOException {
		Path path = this.config.resolve(file);
		String content = Files.readString(path);
		int place = content.indexOf(line, content.indexOf(heading)) + line.length();
		Files.writeString(path, content.substring(0, place) + text + content.substring(place));
	}

	private static String example(String document) throws IOException {
		Matcher example = EXAMPLE.matcher(document(document));
		assertThat(example.find()).isTrue();
		return example.group(1);
	}

	private static String document(String name) throws IOException {
		return Files.readString(Path.of("docs", name));
	}

}

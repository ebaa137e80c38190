package org.jfpmonitor.plan.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jfpmonitor.EditorSchema;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.yaml.Grammar;
import org.jfpmonitor.plan.yaml.ShippedFiles;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue and the layouts that come with the program are about the same things. */
class ShippedCatalogueTest {

	private static final EditorSchema SCHEMA = EditorSchema.of("catalogue");

	private static final CatalogueReading READING = CatalogueReading.in(Path.of("none"));

	private static final List<YamlNode> LAYOUTS = ShippedFiles.in("layouts")
		.stream()
		.map((file) -> Grammar.named("layout").read(file).root().orElseThrow())
		.toList();

	static Stream<Path> files() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("config/catalogue"))) {
			return files.sorted().toList().stream();
		}
	}

	@Test
	void hasNoFault() {
		assertThat(READING.faults()).isEmpty();
		assertThat(READING.catalogue().measures()).hasSize(51);
	}

	@ParameterizedTest
	@MethodSource("files")
	void everyFileIsValidNamesItsSchemaAndIsCalledAfterItsFeed(Path file) throws IOException {
		assertThat(SCHEMA.errors(file)).isEmpty();
		assertThat(Files.readAllLines(file).get(0))
			.isEqualTo("# yaml-language-server: $schema=../schema/catalogue.schema.json");
		assertThat(Files.readString(file)).contains("  id: " + file.getFileName().toString().replace(".yaml", "\n"));
	}

	@Test
	void theSchemaListsTheWordsThatTheReaderKnows() {
		assertThat(SCHEMA.words("measure/properties/unit"))
			.isEqualTo(Arrays.stream(Unit.values()).map(Unit::word).toList());
		assertThat(SCHEMA.words("measure/properties/better"))
			.isEqualTo(Arrays.stream(Direction.values()).map(Direction::code).toList());
		assertThat(SCHEMA.words("cadence")).isEqualTo(Arrays.stream(Cadence.values()).map(Cadence::word).toList());
		assertThat(SCHEMA.words("measure/properties/kinds/items"))
			.isEqualTo(EditorSchema.words(Organisation.Type.values()));
	}

	@Test
	void everyFeedOfALayoutIsInTheCatalogueAndTheOtherWayRound() {
		assertThat(LAYOUTS.stream().map((layout) -> layout.text("feed")).distinct().sorted().toList())
			.isEqualTo(READING.catalogue().feeds());
	}

	@Test
	void aMeasureIsOfTheFeedAndTheKindsOfOrganisationThatItsLayoutsGive() {
		Map<String, Set<String>> given = new TreeMap<>();
		for (YamlNode layout : LAYOUTS) {
			for (YamlNode figure : layout.all("figures")) {
				Set<String> kinds = given.computeIfAbsent(layout.text("feed") + " " + figure.text("measure"),
						(id) -> new TreeSet<>());
				List<String> only = figure.texts("levels");
				layout.all("levels")
					.stream()
					.filter((level) -> only.isEmpty() || only.contains(level.text("scope")))
					.forEach((level) -> kinds.addAll(kinds(level)));
			}
		}
		Map<String, Set<String>> stated = new TreeMap<>();
		READING.catalogue()
			.measures()
			.forEach((each) -> stated.put(each.feed() + " " + each.id(),
					new TreeSet<>(EditorSchema.words(each.kinds().toArray(Organisation.Type[]::new)))));
		assertThat(stated).isEqualTo(given);
	}

	private static List<String> kinds(YamlNode level) {
		return level.text("is").equals("ENG") ? List.of("country") : level.texts("kinds");
	}

}

package org.jfpmonitor.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas that editors complete and check by say the same as the readers. */
class EditorSchemasTest {

	private static final Path PLAN = Path.of("config/schema/plan.schema.json");

	private static final Path ORGANISATIONS = Path.of("config/schema/organisations.schema.json");

	@ParameterizedTest
	@MethodSource("planFiles")
	void everyPlanFileIsValidAndNamesItsSchema(Path file) throws IOException {
		assertThat(errors(PLAN, file)).isEmpty();
		if (file.startsWith("config")) {
			assertThat(Files.readAllLines(file).get(0))
				.isEqualTo("# yaml-language-server: $schema=../schema/plan.schema.json");
		}
	}

	@Test
	void registerIsValidAndNamesItsSchema() throws IOException {
		Path file = Path.of("config/organisations.yaml");
		assertThat(errors(ORGANISATIONS, file)).isEmpty();
		assertThat(Files.readAllLines(file).get(0))
			.isEqualTo("# yaml-language-server: $schema=schema/organisations.schema.json");
	}

	@Test
	void schemasListTheWordsThatTheReadersKnow() {
		JsonNode schema = json(PLAN);
		assertThat(words(schema, "unit")).isEqualTo(Arrays.stream(Unit.values()).map(Unit::word).toList());
		assertThat(words(schema, "better")).isEqualTo(Arrays.stream(Direction.values()).map(Direction::code).toList());
		assertThat(words(schema, "cadence")).isEqualTo(Arrays.stream(Cadence.values()).map(Cadence::word).toList());
		assertThat(words(schema, "target/properties/kind")).isEqualTo(words(Target.Kind.values()));
		assertThat(words(schema, "target/properties/basis")).isEqualTo(words(Basis.Span.values()));
		assertThat(words(schema, "target/properties/combined")).isEqualTo(words(Basis.Combined.values()));
		assertThat(words(json(ORGANISATIONS), "organisation/properties/kind"))
			.isEqualTo(words(Organisation.Type.values()));
	}

	@Test
	void schemaSeesTheMistakesThatNeedNoOtherFile() throws IOException {
		String good = Files.readString(Path.of("src/test/resources/plan/good/ambition-6.yaml"));
		Map<String, String> mistakes = Map.of("        better: lower\n", "", "unit: minutes", "unit: fortnights",
				"sustained-for: 2", "sustained-for: 0", "          periods: 3\n", "", "due: 2025-03-31\n",
				"due: 31/03/2025\n", "        target-note: The national standard is still being defined.\n", "",
				"code: 6b", "code: 6B", "fix-after: 12", "fix-after: 6");
		mistakes.forEach((from, to) -> {
			assertThat(good).contains(from);
			assertThat(schema(PLAN).validate(good.replace(from, to), InputFormat.YAML)).as(from + " -> " + to)
				.isNotEmpty();
		});
	}

	static Stream<Path> planFiles() throws IOException {
		return Stream.concat(yaml(Path.of("config/plan")), yaml(Path.of("src/test/resources/plan/good")));
	}

	private static Stream<Path> yaml(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".yaml")).sorted().toList().stream();
		}
	}

	private static List<Error> errors(Path schema, Path file) throws IOException {
		return schema(schema).validate(Files.readString(file), InputFormat.YAML);
	}

	private static Schema schema(Path path) {
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text(path));
	}

	private static JsonNode json(Path path) {
		return JsonMapper.shared().readTree(text(path));
	}

	private static String text(Path path) {
		try {
			return Files.readString(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> words(JsonNode schema, String definition) {
		return schema.at("/$defs/" + definition + "/enum").values().stream().map(JsonNode::asString).toList();
	}

	private static List<String> words(Enum<?>[] constants) {
		return Arrays.stream(constants)
			.map((constant) -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.toList();
	}

}

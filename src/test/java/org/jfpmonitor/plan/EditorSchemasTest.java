package org.jfpmonitor.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.jfpmonitor.EditorSchema;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The schemas that editors complete and check by say the same as the readers. */
class EditorSchemasTest {

	private static final EditorSchema PLAN = EditorSchema.of("plan");

	private static final EditorSchema ORGANISATIONS = EditorSchema.of("organisations");

	@ParameterizedTest
	@MethodSource("planFiles")
	void everyPlanFileIsValidAndNamesItsSchema(Path file) throws IOException {
		assertThat(PLAN.errors(file)).isEmpty();
		if (file.startsWith("config")) {
			assertThat(Files.readAllLines(file).get(0))
				.isEqualTo("# yaml-language-server: $schema=../schema/plan.schema.json");
		}
	}

	@Test
	void registerIsValidAndNamesItsSchema() throws IOException {
		Path file = Path.of("config/organisations.yaml");
		assertThat(ORGANISATIONS.errors(file)).isEmpty();
		assertThat(Files.readAllLines(file).get(0))
			.isEqualTo("# yaml-language-server: $schema=schema/organisations.schema.json");
	}

	@Test
	void schemasListTheWordsThatTheReadersKnow() {
		assertThat(PLAN.words("unit")).isEqualTo(Arrays.stream(Unit.values()).map(Unit::word).toList());
		assertThat(PLAN.words("better")).isEqualTo(Arrays.stream(Direction.values()).map(Direction::code).toList());
		assertThat(PLAN.words("cadence")).isEqualTo(Arrays.stream(Cadence.values()).map(Cadence::word).toList());
		assertThat(PLAN.words("target/properties/kind")).isEqualTo(EditorSchema.words(Target.Kind.values()));
		assertThat(PLAN.words("target/properties/basis")).isEqualTo(EditorSchema.words(Basis.Span.values()));
		assertThat(PLAN.words("target/properties/combined")).isEqualTo(EditorSchema.words(Basis.Combined.values()));
		assertThat(ORGANISATIONS.words("organisation/properties/kind"))
			.isEqualTo(EditorSchema.words(Organisation.Type.values()));
	}

	@Test
	void schemaSeesTheMistakesThatNeedNoOtherFile() {
		Map<String, String> mistakes = Map.of("        better: lower\n", "", "unit: minutes", "unit: fortnights",
				"sustained-for: 2", "sustained-for: 0", "          periods: 3\n", "", "due: 2025-03-31\n",
				"due: 31/03/2025\n", "        target-note: The national standard is still being defined.\n", "",
				"code: 6b", "code: 6 b", "fix-after: 12", "fix-after: 6");
		PLAN.assertSees(mistakes, Path.of("src/test/resources/plan/good/ambition-6.yaml"));
	}

	static Stream<Path> planFiles() throws IOException {
		return Stream.concat(yaml(Path.of("config/plan")), yaml(Path.of("src/test/resources/plan/good")));
	}

	private static Stream<Path> yaml(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".yaml")).sorted().toList().stream();
		}
	}

}

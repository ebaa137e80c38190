package org.jfpmonitor.extract.layout.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.jfpmonitor.EditorSchema;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.layout.VintageRule;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema that editors complete and check layouts by says the same as the reader. */
class LayoutSchemaTest {

	private static final EditorSchema SCHEMA = EditorSchema.of("layout");

	static Stream<Path> layouts() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("config/layouts"))) {
			return files.sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void everyLayoutIsValidAndNamesItsSchema(Path file) throws IOException {
		assertThat(SCHEMA.errors(file)).isEmpty();
		assertThat(Files.readAllLines(file).get(0))
			.isEqualTo("# yaml-language-server: $schema=../schema/layout.schema.json");
	}

	@Test
	void listsTheWordsThatTheReaderKnows() {
		assertThat(SCHEMA.words("reads")).isEqualTo(EditorSchema.words(Reads.values()));
		assertThat(SCHEMA.words("unit")).isEqualTo(Arrays.stream(Unit.values()).map(Unit::word).toList());
		assertThat(SCHEMA.words("cadence")).isEqualTo(Arrays.stream(Cadence.values()).map(Cadence::word).toList());
		assertThat(SCHEMA.words("kind")).isEqualTo(EditorSchema.words(Organisation.Type.values()));
		assertThat(SCHEMA.words("then")).isEqualTo(EditorSchema.words(FileCheck.Then.values()));
		assertThat(SCHEMA.words("whenAbsent")).isEqualTo(EditorSchema.words(Column.WhenAbsent.values()));
		assertThat(SCHEMA.words("otherwise")).isEqualTo(EditorSchema.words(VintageRule.Otherwise.values()));
	}

	@Test
	void seesTheMistakesThatNeedNoOtherFile() {
		Map<String, String> mistakes = Map.of("layout: ae-monthly\n", "", "otherwise: latest-period",
				"otherwise: never", "when-absent: nothing, since: 2020-08}", "when-absent: zero}", "lines: one",
				"lines: two", "more-than: 40, ", "", "scope: ", "skope: ", "{sum: over-12}", "{total: over-12}",
				"then: warn", "then: panic");
		SCHEMA.assertSees(mistakes, Path.of("config/layouts/ae-monthly.yaml"));
	}

}

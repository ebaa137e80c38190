package org.jfpmonitor.extract.layout.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.VintageRule;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.plan.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The schema that editors complete and check layouts by says the same as the reader. */
class LayoutSchemaTest {

	private static final Path SCHEMA = Path.of("config/schema/layout.schema.json");

	static Stream<Path> layouts() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("config/layouts"))) {
			return files.sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("layouts")
	void everyLayoutIsValidAndNamesItsSchema(Path file) throws IOException {
		assertThat(schema().validate(Files.readString(file), InputFormat.YAML)).isEmpty();
		assertThat(Files.readAllLines(file).get(0))
			.isEqualTo("# yaml-language-server: $schema=../schema/layout.schema.json");
	}

	@Test
	void listsTheWordsThatTheReaderKnows() throws IOException {
		JsonNode schema = JsonMapper.shared().readTree(Files.readString(SCHEMA));

		assertThat(words(schema, "reads")).isEqualTo(words(Layout.Reads.values()));
		assertThat(words(schema, "unit")).isEqualTo(Arrays.stream(Unit.values()).map(Unit::word).toList());
		assertThat(words(schema, "cadence")).isEqualTo(Arrays.stream(Cadence.values()).map(Cadence::word).toList());
		assertThat(words(schema, "kind")).isEqualTo(words(Organisation.Type.values()));
		assertThat(words(schema, "then")).isEqualTo(words(FileCheck.Then.values()));
		assertThat(words(schema, "whenAbsent")).isEqualTo(words(Column.WhenAbsent.values()));
		assertThat(words(schema, "otherwise")).isEqualTo(words(VintageRule.Otherwise.values()));
	}

	@Test
	void seesTheMistakesThatNeedNoOtherFile() throws IOException {
		String good = Files.readString(Path.of("config/layouts/ae-monthly.yaml"));
		Map<String, String> mistakes = Map.of("layout: ae-monthly\n", "", "otherwise: latest-period",
				"otherwise: never", "when-absent: nothing}", "when-absent: zero}", "lines: one", "lines: two",
				"more-than: 40, ", "", "scope: ", "skope: ", "{sum: over-12}", "{total: over-12}", "then: warn",
				"then: panic");
		mistakes.forEach((from, to) -> {
			assertThat(good).contains(from);
			assertThat(schema().validate(good.replaceFirst(java.util.regex.Pattern.quote(from), to), InputFormat.YAML))
				.as(from + " -> " + to)
				.isNotEmpty();
		});
	}

	private static Schema schema() {
		try {
			return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
				.getSchema(Files.readString(SCHEMA));
		}
		catch (IOException failed) {
			throw new java.io.UncheckedIOException(failed);
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

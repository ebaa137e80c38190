package org.jfpmonitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A schema of config/schema, as editors check by it. */
public record EditorSchema(String text) {

	public static EditorSchema of(String name) {
		return new EditorSchema(read(Path.of("config/schema", name + ".schema.json")));
	}

	/** What an editor says of the file. */
	public List<?> errors(Path file) {
		return errors(read(file));
	}

	private List<?> errors(String yaml) {
		return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
			.getSchema(this.text)
			.validate(yaml, InputFormat.YAML);
	}

	/**
	 * An editor says something of the good file with each mistake: from which text to
	 * which.
	 */
	public void assertSees(Map<String, String> mistakes, Path good) {
		String yaml = read(good);
		mistakes.forEach((from, to) -> {
			assertThat(yaml).contains(from);
			assertThat(errors(yaml.replace(from, to))).as(from + " -> " + to).isNotEmpty();
		});
	}

	/** The words that may stand where the definition says. */
	public List<String> words(String definition) {
		return JsonMapper.shared()
			.readTree(this.text)
			.at("/$defs/" + definition + "/enum")
			.values()
			.stream()
			.map((each) -> each.asString())
			.toList();
	}

	/** The words of constants that are written with hyphens. */
	public static List<String> words(Enum<?>[] constants) {
		return Arrays.stream(constants)
			.map((constant) -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.toList();
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

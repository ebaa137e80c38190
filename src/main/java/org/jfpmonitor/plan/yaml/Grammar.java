package org.jfpmonitor.plan.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import tools.jackson.databind.JsonNode;

/**
 * What files of one kind may say: a JSON Schema, the same that editors complete and check
 * by.
 */
public final class Grammar {

	private final JsonNode json;

	private final Schema schema;

	private Grammar(JsonNode json) {
		this.json = json;
		SchemaRegistryConfig config = SchemaRegistryConfig.builder()
			.formatAssertionsEnabled(true)
			.pathType(PathType.JSON_POINTER)
			.build();
		this.schema = SchemaRegistry
			.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, (registry) -> registry.schemaRegistryConfig(config))
			.getSchema(json);
	}

	/**
	 * The schema that is shipped under the name, and lies for editors in
	 * {@code config/schema/}.
	 * @param name such as {@code plan} for {@code plan.schema.json}
	 */
	public static Grammar named(String name) {
		String resource = "/schema/" + name + ".schema.json";
		try (InputStream stream = Grammar.class.getResourceAsStream(resource)) {
			if (stream == null) {
				throw new IllegalStateException("The program was built without " + resource);
			}
			String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			// JSON is YAML, and a second parser would cost the start a quarter of a
			// second.
			return new Grammar(YamlTree.of(new YamlFile(Path.of(resource), text)).root().orElseThrow());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** The file with all faults that the schema sees. */
	public YamlDocument read(YamlFile file) {
		YamlTree tree = YamlTree.of(file);
		YamlDocument document = new YamlDocument(file, tree);
		SchemaErrors errors = new SchemaErrors(this.json, document, tree);
		if (document.root().isPresent()) {
			errors.explain(this.schema.validate(tree.root().orElseThrow()));
		}
		else if (tree.root().isPresent() || tree.faults().isEmpty()) {
			errors.notABlock();
		}
		return document;
	}

}

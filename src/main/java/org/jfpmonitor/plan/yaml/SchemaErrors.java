package org.jfpmonitor.plan.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Says what the validator found in the words that people read: what was expected, what
 * was found, and what to write. The words come from the schema: {@code title} says what
 * is expected, {@code examples} what may be written, and where one thing rules out
 * another, {@code description} what to do.
 */
final class SchemaErrors {

	private static final Pattern BEHIND_A_COMMA = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

	private static final Pattern THOUSANDS = Pattern.compile("[0-9]{3}(?:\\.[0-9]+)?");

	private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

	private final JsonNode schema;

	private final YamlDocument document;

	private final YamlTree tree;

	/** Pointers of keys that are not there because they were mistyped. */
	private final Set<String> mistyped = new HashSet<>();

	SchemaErrors(JsonNode schema, YamlDocument document, YamlTree tree) {
		this.schema = schema;
		this.document = document;
		this.tree = tree;
	}

	/** The file is no block of keys. */
	void notABlock() {
		JsonNode root = this.tree.root().orElse(NOTHING);
		this.document.fault("", "", "expected one of the keys " + WordList.either(keys(this.schema)) + ", found "
				+ Quoted.found(root, this.tree.text("")) + ". Write at least one of these keys, or delete the file.");
	}

	void explain(List<Error> errors) {
		Predicate<Error> unknownKey = (error) -> error.getKeyword().equals("additionalProperties");
		errors.stream().filter(unknownKey).forEach(this::unknownKey);
		errors.stream().filter(unknownKey.negate()).forEach(this::explain);
	}

	private void explain(Error error) {
		String pointer = error.getInstanceLocation().toString();
		JsonNode rule = at(error.getSchemaLocation().getFragment(), 1);
		Optional<JsonNode> choice = choice(error);
		if (choice.isPresent()) {
			choice(pointer, choice.get());
			return;
		}
		switch (error.getKeyword()) {
			case "required" -> missing(pointer, error.getProperty(), property(error, error.getProperty()));
			case "dependentRequired" ->
				alone(pointer, String.valueOf(error.getArguments()[1]), String.valueOf(error.getArguments()[0]));
			case "propertyNames" -> keyName(pointer, error.getProperty(), rule.path("propertyNames"));
			case "minProperties" -> empty(pointer, rule);
			case "not" -> ruledOut(pointer, rule);
			case "uniqueItems" -> repeated(pointer, error.getInstanceNode());
			case "minItems" -> emptyList(pointer);
			default -> value(pointer, error.getInstanceNode(), rule);
		}
	}

	private void unknownKey(Error error) {
		String block = error.getInstanceLocation().toString();
		String key = error.getProperty();
		JsonNode written = error.getInstanceNode();
		if (BEHIND_A_COMMA.matcher(key).matches() && written.path(key).isNull()) {
			String instead = THOUSANDS.matcher(key).matches()
					? "the whole number without commas, such as 1200 for 1,200." : "76.5 for 76,5.";
			this.document.fault(block, YamlTree.below(block, key), "expected a number without commas, found "
					+ Quoted.text(key) + " behind one, which ends a value here. Write " + instead);
			return;
		}
		List<String> known = keys(at(error.getSchemaLocation().getFragment(), 1));
		Optional<String> meant = Nearest.to(key, known)
			.filter((word) -> !written.has(word) && this.mistyped.add(YamlTree.below(block, word)));
		String found = "found the unknown key " + Quoted.text(key) + ". ";
		this.document.fault(block, YamlTree.below(block, key),
				meant.map((word) -> "expected " + word + ", " + found + "Write \"" + word + ":\".")
					.orElseGet(() -> "expected one of " + WordList.either(known) + ", " + found
							+ "Delete it, or write one of these."));
		if (block.isEmpty()) {
			this.document.lacksAKey();
		}
	}

	private void missing(String block, String key, JsonNode rule) {
		if (!this.mistyped.contains(YamlTree.below(block, key))) {
			this.document.fault(block, block, "expected " + key + ": " + Phrases.expected(this.schema, rule)
					+ ", found nothing. " + Phrases.add(this.schema, key, rule));
		}
	}

	/** A key that is worth nothing without another. */
	private void alone(String block, String key, String missing) {
		if (!this.mistyped.contains(YamlTree.below(block, missing))) {
			this.document.fault(block, YamlTree.below(block, key), "expected " + missing + " beside " + key
					+ ", found none. Add \"" + missing + ":\", or delete \"" + key + ":\".");
		}
	}

	private void keyName(String block, String key, JsonNode rule) {
		this.document.fault(block, YamlTree.below(block, key), "expected " + Phrases.expected(this.schema, rule)
				+ ", found " + Quoted.text(key) + ". " + rule.path("description").asString(""));
	}

	private void empty(String block, JsonNode rule) {
		this.document.fault(block, block,
				"expected at least one key" + (keys(rule).isEmpty() ? "" : " of " + WordList.either(keys(rule)))
						+ ", found none. Write one, or" + " delete " + (block.isEmpty() ? "the file." : "the block."));
	}

	private void ruledOut(String pointer, JsonNode rule) {
		if (this.document.isFirstFaultOf(pointer)) {
			this.document.fault(YamlTree.above(pointer), pointer, "expected " + key(pointer) + ": "
					+ rule.path("title").asString() + ", found it without. " + rule.path("description").asString());
		}
	}

	private void repeated(String list, JsonNode entries) {
		Set<JsonNode> seen = new HashSet<>();
		for (int i = 0; i < entries.size(); i++) {
			if (!seen.add(entries.get(i))) {
				String at = YamlTree.below(list, String.valueOf(i));
				this.document.fault(YamlTree.above(list), at, "expected " + key(list) + ": each entry once, found "
						+ Quoted.found(entries.get(i), this.tree.text(at)) + " again. Delete one of the two.");
			}
		}
	}

	private void emptyList(String list) {
		this.document.fault(YamlTree.above(list), list,
				"expected " + key(list) + ": at least one entry, found an empty list. Write one, or delete the line.");
	}

	private void value(String pointer, JsonNode found, JsonNode rule) {
		if (!this.document.isFirstFaultOf(pointer)) {
			return;
		}
		String above = YamlTree.above(pointer);
		boolean entry = key(pointer).matches("[0-9]+") && !above.isEmpty();
		String key = entry ? key(above) : key(pointer);
		String expected = "expected " + key + ": " + (entry ? "each " : "") + Phrases.expected(this.schema, rule)
				+ ", found " + Quoted.found(found, this.tree.text(pointer)) + ". ";
		String advice = Quoted.isNothing(found) && !entry ? Phrases.add(this.schema, key, rule)
				: Phrases.instead(this.schema, entry ? "" : key, this.tree.text(pointer), rule);
		this.document.fault(entry ? YamlTree.above(above) : above, pointer, expected + advice);
	}

	/** The part of the schema that offers a choice of keys in which the error arose. */
	private Optional<JsonNode> choice(Error error) {
		NodePath path = error.getSchemaLocation().getFragment();
		for (int i = 0; i < path.getNameCount(); i++) {
			if (path.getElement(i).equals("oneOf") || path.getElement(i).equals("anyOf")) {
				return Optional.of(at(path, path.getNameCount() - i));
			}
		}
		return Optional.empty();
	}

	private void choice(String block, JsonNode rule) {
		JsonNode branches = rule.has("oneOf") ? rule.get("oneOf") : rule.path("anyOf");
		List<String> keys = new ArrayList<>();
		branches.forEach((branch) -> branch.path("required").forEach((key) -> keys.add(key.asString())));
		if (keys.stream().anyMatch((key) -> this.mistyped.contains(YamlTree.below(block, key)))) {
			return;
		}
		JsonNode written = node(block);
		List<String> there = keys.stream().filter(written::has).distinct().toList();
		this.document.fault(block, there.isEmpty() ? block : YamlTree.below(block, there.get(there.size() - 1)),
				"expected " + rule.path("title").asString() + ", found "
						+ (there.isEmpty() ? "none" : WordList.all(there)) + ". "
						+ rule.path("description").asString());
	}

	private JsonNode node(String pointer) {
		JsonNode node = this.tree.root().orElse(NOTHING);
		for (String key : YamlTree.keys(pointer)) {
			node = node.isArray() ? node.path(Integer.parseInt(key)) : node.path(key);
		}
		return node;
	}

	/** What the schema says of a key of the block in which the error is. */
	private JsonNode property(Error error, String key) {
		NodePath path = error.getSchemaLocation().getFragment();
		return Stream.iterate(1, (less) -> less <= path.getNameCount(), (less) -> less + 1)
			.map((less) -> at(path, less).path("properties").path(key))
			.filter((rule) -> !rule.isMissingNode() && !rule.has("const"))
			.findFirst()
			.orElse(NOTHING);
	}

	/** The part of the schema at the path without its last elements. */
	private JsonNode at(NodePath path, int without) {
		JsonNode node = this.schema;
		for (int i = 0; i < path.getNameCount() - without; i++) {
			Object element = path.getElement(i);
			node = (node.isArray() && element instanceof Integer number) ? node.path(number)
					: node.path(String.valueOf(element));
		}
		return node;
	}

	private static List<String> keys(JsonNode rule) {
		return List.copyOf(rule.path("properties").propertyNames());
	}

	private static String key(String pointer) {
		List<String> keys = YamlTree.keys(pointer);
		return keys.isEmpty() ? "" : keys.get(keys.size() - 1);
	}

}

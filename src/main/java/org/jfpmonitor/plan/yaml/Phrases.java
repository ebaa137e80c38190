package org.jfpmonitor.plan.yaml;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** What a part of a schema asks for, in words, and what to write to meet it. */
final class Phrases {

	private static final String MOST_DIGITS = "999999999";

	private Phrases() {
	}

	/** What must stand there. */
	static String expected(JsonNode schema, JsonNode rule) {
		JsonNode own = resolved(schema, rule);
		String title = rule.has("title") ? rule.path("title").asString() : own.path("title").asString("");
		if (!title.isEmpty()) {
			return title;
		}
		if (own.has("enum") || own.has("const")) {
			return WordList.either(examples(schema, rule));
		}
		return switch (own.path("type").asString("")) {
			case "boolean" -> "true or false";
			case "integer" -> "a whole number, " + range(own, "0 or more");
			case "number" -> {
				String range = range(own, "");
				yield range.isEmpty() ? "a number in digits, without unit or comma" : "a number, " + range;
			}
			case "object" ->
				keys(own).isEmpty() ? "a block of keys" : "a block with the keys " + WordList.all(keys(own));
			case "array" -> firstKey(schema, own).isEmpty() ? "a list such as [one, other]"
					: "a list of entries, each starting with \"- " + firstKey(schema, own) + ":\"";
			default -> "a text";
		};
	}

	/** Between which numbers it may lie; a bound that only guards the program is none. */
	private static String range(JsonNode own, String otherwise) {
		String most = own.path("maximum").asString("");
		boolean bounded = !most.isEmpty() && !most.equals(MOST_DIGITS);
		if (own.has("exclusiveMinimum")) {
			return "more than " + own.path("exclusiveMinimum").asString() + (bounded ? " and at most " + most : "");
		}
		if (!own.has("minimum")) {
			return bounded ? most + " or less" : otherwise;
		}
		String least = own.path("minimum").asString();
		return bounded ? least + " to " + most : least + " or more";
	}

	/** What to write where there is nothing. */
	static String add(JsonNode schema, String key, JsonNode rule) {
		JsonNode own = resolved(schema, rule);
		if (own.path("type").asString("").equals("object")) {
			return "Add \"" + key + ":\" with the keys " + WordList.all(keys(own)) + " below it.";
		}
		if (own.path("type").asString("").equals("array")) {
			return "Add \""
					+ key + ":\" and below it at least one line such as " + (examples(schema, rule).isEmpty()
							? "\"- " + firstKey(schema, own) + ": ...\"" : "\"" + examples(schema, rule).get(0) + "\"")
					+ ".";
		}
		List<String> examples = examples(schema, rule);
		return switch (examples.size()) {
			case 0 -> "Add a line that starts with \"" + key + ":\".";
			case 1 -> "Add a line such as " + line(key, examples.get(0)) + ".";
			case 2, 3 ->
				"Add the line " + WordList.either(examples.stream().map((each) -> line(key, each)).toList()) + ".";
			default -> "Add a line such as " + line(key, examples.get(0)) + " with the word that fits.";
		};
	}

	/**
	 * What to write in place of something else.
	 * @param key the key before it, or empty for an entry of a list
	 */
	static String instead(JsonNode schema, String key, String found, JsonNode rule) {
		JsonNode own = resolved(schema, rule);
		String type = own.path("type").asString("");
		if (type.equals("object")) {
			return key.isEmpty()
					? "Start each entry with \"- "
							+ WordList.either(keys(own).subList(0, Math.min(1, keys(own).size()))) + ":\"."
					: "Write each as a line of its own below it, indented.";
		}
		if (type.equals("array")) {
			return "Write a list, or delete the line.";
		}
		List<String> examples = examples(schema, rule);
		if (examples.size() > 1) {
			return Nearest.to(found, examples)
				.map((word) -> "Write " + line(key, word) + ".")
				.orElse("Write one of these words.");
		}
		if (examples.isEmpty()) {
			return key.isEmpty() ? "Write it in words, with quotes around null, yes or no." : "Write it in words.";
		}
		return (own.has("const") ? "Write " : "Write for example ") + line(key, examples.get(0)) + ".";
	}

	private static List<String> examples(JsonNode schema, JsonNode rule) {
		JsonNode own = resolved(schema, rule);
		List<String> examples = new ArrayList<>();
		if (own.has("enum")) {
			own.get("enum").forEach((each) -> examples.add(each.asString()));
		}
		else if (own.has("const")) {
			examples.add(own.get("const").asString());
		}
		else if (rule.has("examples")) {
			rule.get("examples").forEach((each) -> examples.add(each.asString()));
		}
		else if (own.has("examples")) {
			own.get("examples").forEach((each) -> examples.add(each.asString()));
		}
		else {
			switch (own.path("type").asString("")) {
				case "boolean" -> examples.addAll(List.of("true", "false"));
				case "integer" -> examples.add(own.path("minimum").asString("0"));
				case "number" -> examples.add("12.5");
				default -> {
				}
			}
		}
		return examples;
	}

	private static JsonNode resolved(JsonNode schema, JsonNode rule) {
		return rule.has("$ref") ? resolved(schema, schema.at(rule.get("$ref").asString().substring(1))) : rule;
	}

	private static List<String> keys(JsonNode rule) {
		return List.copyOf(rule.path("properties").propertyNames());
	}

	private static String firstKey(JsonNode schema, JsonNode list) {
		List<String> keys = keys(resolved(schema, list.path("items")));
		return keys.isEmpty() ? "" : keys.get(0);
	}

	private static String line(String key, String value) {
		return key.isEmpty() ? "\"" + value + "\"" : "\"" + key + ": " + value + "\"";
	}

}

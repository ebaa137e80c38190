package org.jfpmonitor.plan.yaml;

import tools.jackson.databind.JsonNode;

/** How messages repeat what stands at one place of a file. */
final class Quoted {

	private static final int LONGEST = 60;

	private Quoted() {
	}

	/** What stands there, in words. */
	static String found(JsonNode node, String written) {
		if (isNothing(node)) {
			return "nothing";
		}
		if (node.isArray()) {
			return node.isEmpty() ? "an empty list" : "a list";
		}
		return node.isObject() ? "a block of keys" : text(written);
	}

	/** Whether the value was left out. */
	static boolean isNothing(JsonNode node) {
		return node.isNull() || node.isMissingNode() || (node.isString() && node.asString().isEmpty());
	}

	/** The text in quotation marks, on one line and not too long. */
	static String text(String text) {
		return "\"" + cut(text.strip()) + "\"";
	}

	/** The text on one line and not too long. */
	static String cut(String text) {
		String line = text.replaceAll("\\s+", " ");
		return (line.length() <= LONGEST) ? line : line.substring(0, LONGEST) + "...";
	}

}

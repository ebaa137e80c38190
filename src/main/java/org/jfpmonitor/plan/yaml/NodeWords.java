package org.jfpmonitor.plan.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** How messages speak of what stands at one place of a file. */
final class NodeWords {

	private static final int LONGEST_QUOTE = 60;

	private NodeWords() {
	}

	/** Where it begins, counted from 1. */
	static int line(Node node) {
		return node.getStartMark().getLine() + 1;
	}

	/** What stands there, in words. */
	static String found(@Nullable Node node) {
		if (node == null || isNothing(node)) {
			return "nothing";
		}
		if (node instanceof ScalarNode scalar) {
			return quoted(scalar.getValue());
		}
		return (node instanceof SequenceNode) ? "a list" : "a block of keys";
	}

	/** The text in quotation marks, on one line and not too long. */
	static String quoted(String text) {
		return "\"" + cut(text.strip()) + "\"";
	}

	/** The text on one line and not too long. */
	static String cut(String text) {
		String line = text.replaceAll("\\s+", " ");
		return (line.length() <= LONGEST_QUOTE) ? line : line.substring(0, LONGEST_QUOTE) + "...";
	}

	/** Whether the value was left out. */
	static boolean isNothing(Node node) {
		return node instanceof ScalarNode scalar && (Tag.NULL.equals(scalar.getTag()) || scalar.getValue().isBlank());
	}

}

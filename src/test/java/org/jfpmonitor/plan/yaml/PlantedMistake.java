package org.jfpmonitor.plan.yaml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A good configuration file with one mistake in it.
 *
 * @param what what was done, for whoever reads a failure
 * @param content the file with the mistake
 * @param from the first line that a fault may name
 * @param to the last line that a fault may name
 */
public record PlantedMistake(String what, String content, int from, int to) {

	/** Blocks whose keys a file may choose as it likes. */
	private static final Set<String> FREE = Set.of("columns", "words", "names");

	/** Blocks whose keys are columns. */
	private static final Set<String> TESTS = Set.of("where", "on", "leave-out");

	/**
	 * Keys that are required wherever they may stand, but for the short title of a
	 * measure.
	 */
	private static final Set<String> REQUIRED = Set.of("layout", "title", "feed", "columns", "scope", "measure", "then",
			"id", "definition", "better", "cadence", "target", "kind", "basis", "path", "code", "short-title",
			"success", "date", "reason", "known", "all", "number", "due-after-days", "grace-days", "name");

	/** Mistakes of every kind, as many as wanted, evenly from the whole file. */
	public static List<PlantedMistake> in(String good, Random random, int atMost) {
		List<PlantedMistake> all = new ArrayList<>();
		Node root = new Yaml(new LoaderOptions()).compose(new StringReader(good));
		plant(good, root, "", line(root), all);
		Collections.shuffle(all, random);
		return all.subList(0, Math.min(atMost, all.size()));
	}

	private static void plant(String good, Node node, String key, int line, List<PlantedMistake> all) {
		if (node instanceof SequenceNode list) {
			for (Node each : list.getValue()) {
				repeat(good, list, each, all);
				plant(good, each, key, line(each), all);
			}
		}
		else if (node instanceof MappingNode block) {
			boolean tests = TESTS.contains(key);
			for (NodeTuple tuple : block.getValue()) {
				ScalarNode name = (ScalarNode) tuple.getKeyNode();
				if (!FREE.contains(key)) {
					misspell(good, name, all);
				}
				boolean optional = key.equals("measures") && name.getValue().equals("short-title");
				if (!FREE.contains(key) && !tests && !optional && REQUIRED.contains(name.getValue())) {
					remove(good, block, tuple, line, all);
				}
				replace(good, name, tuple.getValueNode(), all);
				plant(good, tuple.getValueNode(), tests ? "" : name.getValue(), line(name), all);
			}
		}
	}

	private static void misspell(String good, ScalarNode key, List<PlantedMistake> all) {
		int at = key.getEndMark().getIndex();
		all.add(new PlantedMistake("misspelt " + key.getValue(), good.substring(0, at) + "-zz" + good.substring(at),
				line(key), line(key)));
	}

	/** A block stands where a single value should. */
	private static void replace(String good, ScalarNode key, Node value, List<PlantedMistake> all) {
		if (value instanceof ScalarNode scalar && line(value) == line(key) && isOnOneLine(scalar)) {
			all.add(new PlantedMistake("block behind " + key.getValue(),
					good.substring(0, value.getStartMark().getIndex()) + "{zz: 1}"
							+ good.substring(value.getEndMark().getIndex()),
					line(key), line(key)));
		}
	}

	private static boolean isOnOneLine(ScalarNode scalar) {
		return (scalar.isPlain() || scalar.getScalarStyle().getChar() == '"')
				&& scalar.getStartMark().getLine() == scalar.getEndMark().getLine();
	}

	private static void repeat(String good, SequenceNode list, Node entry, List<PlantedMistake> all) {
		int start = entry.getStartMark().getIndex();
		String text = good.substring(start, entry.getEndMark().getIndex()).stripTrailing();
		boolean flow = list.getFlowStyle() == FlowStyle.FLOW;
		String between = flow ? ", " : "\n" + " ".repeat(entry.getStartMark().getColumn() - 2) + "- ";
		int lines = (int) text.chars().filter((each) -> each == '\n').count();
		int first = line(entry) + (flow ? 0 : lines + 1);
		all.add(new PlantedMistake("twice " + text.lines().findFirst().orElse(""),
				good.substring(0, start) + text + between + good.substring(start), first, first + lines));
	}

	private static void remove(String good, MappingNode block, NodeTuple tuple, int line, List<PlantedMistake> all) {
		int start = tuple.getKeyNode().getStartMark().getIndex();
		int end = tuple.getValueNode().getEndMark().getIndex();
		boolean last = tuple == block.getValue().get(block.getValue().size() - 1);
		String what = "without " + ((ScalarNode) tuple.getKeyNode()).getValue();
		if (block.getFlowStyle() == FlowStyle.FLOW && !last) {
			int next = end + good.substring(end).indexOf(',') + 1;
			all.add(new PlantedMistake(what, good.substring(0, start) + good.substring(next).stripLeading(), line,
					line));
		}
		else if (block.getFlowStyle() == FlowStyle.BLOCK && tuple.getValueNode() instanceof ScalarNode scalar
				&& isOnOneLine(scalar) && good.substring(good.lastIndexOf('\n', start) + 1, start).isBlank() && !last) {
			all.add(new PlantedMistake(what,
					good.substring(0, good.lastIndexOf('\n', start) + 1) + good.substring(good.indexOf('\n', end) + 1),
					line, line));
		}
	}

	private static int line(Node node) {
		return node.getStartMark().getLine() + 1;
	}

}

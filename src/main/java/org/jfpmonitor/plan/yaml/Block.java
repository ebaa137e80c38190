package org.jfpmonitor.plan.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Several lines of {@code key: value} that belong together. Unknown and repeated keys are
 * faults as soon as it is opened; every other fault when the value is asked for. What is
 * asked for and faulty comes back empty, so that reading goes on.
 */
public final class Block {

	private final Path file;

	private final String where;

	private final int line;

	private final Faults faults;

	private final Map<String, ScalarNode> keys = new LinkedHashMap<>();

	private final Map<String, Node> values = new LinkedHashMap<>();

	private boolean allKeysKnown = true;

	/** Known keys that are not there because they were mistyped; said once is enough. */
	private final Set<String> mistyped = new HashSet<>();

	Block(Path file, String where, int line, MappingNode node, List<String> known, Faults faults) {
		this.file = file;
		this.where = where;
		this.line = line;
		this.faults = faults;
		List<ScalarNode> unknown = new ArrayList<>();
		for (NodeTuple each : node.getValue()) {
			take(each, known, unknown);
		}
		unknown.forEach((key) -> refuse(key, known));
	}

	private void take(NodeTuple tuple, List<String> known, List<ScalarNode> unknown) {
		if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
			fault(NodeWords.line(tuple.getKeyNode()), "expected a word before the colon, found "
					+ NodeWords.found(tuple.getKeyNode()) + ". Write one of " + Form.either(known) + ".");
			return;
		}
		ScalarNode earlier = this.keys.putIfAbsent(key.getValue(), key);
		if (earlier != null) {
			fault(NodeWords.line(key), "expected " + key.getValue() + " once, found it again (first in line "
					+ NodeWords.line(earlier) + "). Delete one of the two.");
		}
		else if (known.contains(key.getValue())) {
			this.values.put(key.getValue(), tuple.getValueNode());
		}
		else {
			unknown.add(key);
			this.allKeysKnown = false;
		}
	}

	private void refuse(ScalarNode key, List<String> known) {
		String found = "found the unknown key " + NodeWords.quoted(key.getValue()) + ". ";
		Optional<String> meant = Nearest.to(key.getValue(), known)
			.filter((word) -> !this.keys.containsKey(word) && this.mistyped.add(word));
		fault(NodeWords.line(key),
				meant.map((word) -> "expected " + word + ", " + found + "Write \"" + word + ":\".")
					.orElseGet(() -> "expected one of " + Form.either(known) + ", " + found
							+ "Delete it, or write one of these."));
	}

	/** Where it begins, counted from 1. */
	public int line() {
		return this.line;
	}

	/** The file it stands in. */
	public Path file() {
		return this.file;
	}

	/** Whether the key is written here, with or without a value. */
	public boolean has(String key) {
		return this.values.containsKey(key);
	}

	/** Whether the key is not written here, not even mistyped. */
	public boolean lacks(String key) {
		return !has(key) && !this.mistyped.contains(key);
	}

	/** Whether every key was known, so that what is not here is really not written. */
	public boolean isWhole() {
		return this.allKeysKnown;
	}

	/** Whether an empty list stands behind the key. */
	public boolean isEmptyList(String key) {
		return this.values.get(key) instanceof SequenceNode sequence && sequence.getValue().isEmpty();
	}

	/** The words before the colons below a key, where a file may choose its own. */
	public List<String> keysBelow(String key) {
		List<NodeTuple> below = (this.values.get(key) instanceof MappingNode mapping) ? mapping.getValue() : List.of();
		Stream<Node> keyNodes = below.stream().map(NodeTuple::getKeyNode).filter(ScalarNode.class::isInstance);
		return keyNodes.map((each) -> ((ScalarNode) each).getValue()).distinct().toList();
	}

	/** The line of the key, or of the block when the key is not written. */
	public int line(String key) {
		ScalarNode written = this.keys.get(key);
		return (written != null) ? NodeWords.line(written) : this.line;
	}

	/**
	 * The value exactly as written; empty when there is none or it is no single value.
	 */
	public Optional<String> written(String key) {
		return (this.values.get(key) instanceof ScalarNode scalar && !NodeWords.isNothing(scalar))
				? Optional.of(scalar.getValue().strip()) : Optional.empty();
	}

	/**
	 * What is written behind a key of the block behind a key; empty when there is none.
	 */
	public Optional<String> written(String key, String innerKey) {
		return (this.values.get(key) instanceof MappingNode mapping) ? nameOf(mapping, innerKey) : Optional.empty();
	}

	/** The value of a key that must be there; null when it is missing or faulty. */
	public <T> @Nullable T required(String key, Form<T> form) {
		if (!has(key)) {
			if (!this.mistyped.contains(key)) {
				fault(this.line,
						"expected " + key + ": " + form.expected() + ", found nothing. " + form.whenMissing(key));
			}
			return null;
		}
		return optional(key, form);
	}

	/** The value of a key that may be left out; null when it is missing or faulty. */
	public <T> @Nullable T optional(String key, Form<T> form) {
		Node value = this.values.get(key);
		if (value == null) {
			return null;
		}
		String expected = "expected " + key + ": " + form.expected() + ", found ";
		Optional<String> written = written(key);
		if (written.isEmpty()) {
			String advice = NodeWords.isNothing(value) ? form.whenMissing(key) : form.insteadOf(key, "");
			fault(line(key), expected + NodeWords.found(value) + ". " + advice);
			return null;
		}
		Optional<T> read = form.read(written.get());
		if (read.isEmpty()) {
			fault(line(key), expected + NodeWords.found(value) + ". " + form.insteadOf(key, written.get()));
		}
		return read.orElse(null);
	}

	/** The single values of a list, each with its line; empty when there is no list. */
	public <T> List<Entry<T>> entries(String key, Form<T> form) {
		List<Entry<T>> entries = new ArrayList<>();
		for (Node each : list(key, "a list such as [one, other]")) {
			Optional<T> read = (each instanceof ScalarNode scalar && !NodeWords.isNothing(each))
					? form.read(scalar.getValue().strip()) : Optional.empty();
			read.ifPresentOrElse((value) -> entries.add(new Entry<>(value, NodeWords.line(each))),
					() -> fault(NodeWords.line(each), "expected " + key + ": each " + form.expected() + ", found "
							+ NodeWords.found(each) + ". "
							+ form.asEntryInsteadOf(each instanceof ScalarNode scalar ? scalar.getValue() : "")));
		}
		return entries;
	}

	/** The block behind a key; empty when there is none. */
	public Optional<Block> block(String key, String name, List<String> known) {
		Node value = this.values.get(key);
		if (value instanceof MappingNode mapping) {
			return Optional.of(new Block(this.file, within(name), line(key), mapping, known, this.faults));
		}
		if (value != null) {
			fault(line(key), "expected " + key + ": a block with the keys " + Form.all(known) + ", found "
					+ NodeWords.found(value) + ". Write each as a line of its own below it, indented.");
		}
		return Optional.empty();
	}

	/**
	 * The blocks of a list, each called by what it is and the value of its naming key, or
	 * by its number where that is missing.
	 */
	public List<Block> blocks(String key, String kind, String namingKey, List<String> known) {
		List<Block> blocks = new ArrayList<>();
		int number = 0;
		for (Node each : list(key, "a list of entries, each starting with \"- " + known.get(0) + ":\"")) {
			number++;
			if (each instanceof MappingNode mapping) {
				String name = kind + " " + nameOf(mapping, namingKey).orElse("number " + number);
				blocks.add(new Block(this.file, within(name), NodeWords.line(each), mapping, known, this.faults));
			}
			else {
				fault(NodeWords.line(each), "expected " + key + ": entries with the keys " + Form.all(known)
						+ ", found " + NodeWords.found(each) + ". Start each entry with \"- " + known.get(0) + ":\".");
			}
		}
		return blocks;
	}

	private List<Node> list(String key, String expected) {
		Node value = this.values.get(key);
		if (value instanceof SequenceNode sequence) {
			return sequence.getValue();
		}
		if (value != null) {
			fault(line(key), "expected " + key + ": " + expected + ", found " + NodeWords.found(value)
					+ ". Write a list, or delete the line.");
		}
		return List.of();
	}

	private static Optional<String> nameOf(MappingNode node, String namingKey) {
		return node.getValue()
			.stream()
			.filter((each) -> each.getKeyNode() instanceof ScalarNode key && key.getValue().equals(namingKey))
			.map(NodeTuple::getValueNode)
			.filter((value) -> value instanceof ScalarNode && !NodeWords.isNothing(value))
			.map((value) -> NodeWords.cut(((ScalarNode) value).getValue().strip()))
			.findFirst();
	}

	/** Takes down a fault of the block: expected, found, what to write instead. */
	public void fault(String message) {
		fault(this.line, message);
	}

	/** Takes down a fault of the key's line. */
	public void fault(String key, String message) {
		fault(line(key), message);
	}

	/** Takes down a fault of a line of this block. */
	public void fault(int atLine, String message) {
		this.faults.add(this.file, atLine, this.where.isEmpty() ? message : this.where + ": " + message);
	}

	private String within(String name) {
		return this.where.isEmpty() ? name : this.where + ", " + name;
	}

	/**
	 * One value of a list.
	 *
	 * @param value what it was read as
	 * @param line where it stands
	 * @param <T> what it is read as
	 */
	public record Entry<T>(T value, int line) {

	}

}

package org.jfpmonitor.plan.yaml;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a YAML file says, as the one JSON tree that is both held against the schema and
 * read, and where each part of it stands. Only {@code true}, {@code false} and numbers in
 * digits are more than text: {@code yes}, {@code 1e3} and {@code 2025-03-31} are texts,
 * whatever version of YAML a reader speaks. A key that stands twice and a merge key are
 * faults, because readers differ in what they make of them.
 */
final class YamlTree {

	private static final Pattern NUMBER = Pattern.compile("[+-]?(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,15})?");

	private static final String MERGE = "<<";

	/** Lists whose entries are not called by the list's name without its last letter. */
	private static final Map<String, String> ENTRIES = Map.of("values", "value of");

	/** Keys by whose value an entry of a list is called. */
	private static final List<String> NAMING_KEYS = List.of("code", "id", "scope", "measure", "date", "period", "from",
			"organisation");

	private final YamlFile file;

	private final List<Fault> faults = new ArrayList<>();

	/** Faults of blocks, which have no name before everything is read. */
	private final List<Runnable> unnamed = new ArrayList<>();

	private final Map<String, Mark> marks = new HashMap<>();

	private final Map<String, String> texts = new HashMap<>();

	/** What is being read, to see an alias that stands inside its own anchor. */
	private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

	private final @Nullable JsonNode root;

	private YamlTree(YamlFile file) {
		this.file = file;
		this.root = compose();
		this.unnamed.forEach(Runnable::run);
	}

	static YamlTree of(YamlFile file) {
		return new YamlTree(file);
	}

	/** Everything; empty when the file is no YAML or says nothing. */
	Optional<JsonNode> root() {
		return Optional.ofNullable(this.root);
	}

	/** What makes it no YAML, and keys that stand twice. */
	List<Fault> faults() {
		return this.faults;
	}

	/**
	 * A fault inside a block.
	 * @param block the pointer of the block, by which the message calls it
	 * @param at the pointer of what is wrong; where nothing stands there, the block is
	 */
	Fault fault(String block, String at, String message) {
		Mark mark = this.marks.getOrDefault(at, this.marks.get(block));
		String named = named(block, message);
		return (mark != null) ? fault(mark, named) : Fault.of(this.file.path(), named);
	}

	private String named(String block, String message) {
		String where = where(block);
		return where.isEmpty() ? message : where + ": " + message;
	}

	/**
	 * What a block is called: {@code objective 6b, measure virtual-ward-beds, target}.
	 */
	private String where(String pointer) {
		List<String> words = new ArrayList<>();
		JsonNode node = (this.root != null) ? this.root : JsonNodeFactory.instance.nullNode();
		String list = "";
		for (String key : keys(pointer)) {
			JsonNode next = node.isArray() ? node.path(Integer.parseInt(key)) : node.path(key);
			if (node.isArray()) {
				words.add(entry(list, next, Integer.parseInt(key) + 1));
			}
			else if (list.equals("columns")) {
				words.add("column " + key);
			}
			else if (!next.isArray() && !(key.equals("columns") && !pointer.equals("/columns"))) {
				words.add(key.equals("ambition") && isNamed(next.path("number"))
						? "ambition " + next.path("number").asString() : key);
			}
			list = key;
			node = next;
		}
		return String.join(", ", words);
	}

	/** An entry of a list by its own name, or by its number where it has none. */
	private static String entry(String list, JsonNode entry, int number) {
		String kind = ENTRIES.getOrDefault(list, list.endsWith("s") ? list.substring(0, list.length() - 1) : list);
		return NAMING_KEYS.stream()
			.filter((key) -> !list.equals("leave-out") && isNamed(entry.path(key)))
			.findFirst()
			.map((key) -> kind + " " + Quoted.cut(entry.path(key).asString()))
			.orElse(kind + " number " + number);
	}

	private static boolean isNamed(JsonNode name) {
		return name.isValueNode() && !name.isNull() && !name.asString().isEmpty();
	}

	/** The keys and places on the way to what stands at the pointer. */
	static List<String> keys(String pointer) {
		return pointer.isEmpty() ? List.of()
				: Stream.of(pointer.substring(1).split("/", -1))
					.map((key) -> key.replace("~1", "/").replace("~0", "~"))
					.toList();
	}

	/** The pointer of the block or list that holds what stands at the pointer. */
	static String above(String pointer) {
		return pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
	}

	/** The single value at the pointer as it is written. */
	String text(String pointer) {
		return this.texts.getOrDefault(pointer, "");
	}

	/**
	 * The pointer of what stands behind a key, or at a place of a list, counted from 0.
	 */
	static String below(String pointer, String key) {
		return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
	}

	private @Nullable JsonNode compose() {
		try {
			Node node = new Yaml(new LoaderOptions()).compose(new StringReader(this.file.content()));
			return (node != null) ? json(node, "", node.getStartMark()) : null;
		}
		catch (YAMLException malformed) {
			this.faults.add(Malformed.fault(this.file, malformed));
			return null;
		}
	}

	private JsonNode json(Node node, String pointer, Mark mark) {
		this.marks.put(pointer, mark);
		if (node instanceof ScalarNode scalar) {
			this.texts.put(pointer, scalar.getValue().strip());
			return scalar(scalar);
		}
		if (!this.open.add(node)) {
			fault(above(pointer), mark,
					"expected a value, found an alias that stands inside its own anchor. Write the value out.");
			return JsonNodeFactory.instance.nullNode();
		}
		JsonNode json = (node instanceof MappingNode mapping) ? object(mapping, pointer)
				: array((SequenceNode) node, pointer);
		this.open.remove(node);
		return json;
	}

	private ObjectNode object(MappingNode mapping, String pointer) {
		ObjectNode object = JsonNodeFactory.instance.objectNode();
		Map<String, Mark> first = new HashMap<>();
		for (NodeTuple tuple : mapping.getValue()) {
			Mark mark = tuple.getKeyNode().getStartMark();
			if (!(tuple.getKeyNode() instanceof ScalarNode key) || key.getValue().isBlank()) {
				fault(pointer, mark,
						"expected a word before the colon, found "
								+ ((tuple.getKeyNode() instanceof ScalarNode) ? "nothing" : "a list or block")
								+ ". Write the key as one word.");
				continue;
			}
			String name = key.getValue();
			Mark earlier = first.putIfAbsent(name, mark);
			if (name.equals(MERGE)) {
				fault(pointer, mark,
						"expected keys written out, found the merge key \"<<\". Copy the keys that are meant.");
			}
			else if (earlier != null) {
				fault(pointer, mark, "expected " + name + " once, found it again (first in line "
						+ (earlier.getLine() + 1) + "). Delete one of the two.");
			}
			else {
				object.set(name, json(tuple.getValueNode(), below(pointer, name), mark));
			}
		}
		return object;
	}

	private ArrayNode array(SequenceNode sequence, String pointer) {
		ArrayNode array = JsonNodeFactory.instance.arrayNode();
		for (Node each : sequence.getValue()) {
			array.add(json(each, below(pointer, String.valueOf(array.size())), each.getStartMark()));
		}
		return array;
	}

	private static JsonNode scalar(ScalarNode scalar) {
		String text = scalar.getValue().strip();
		JsonNodeFactory nodes = JsonNodeFactory.instance;
		if (!scalar.isPlain() || scalar.getTag().equals(Tag.STR)) {
			return nodes.stringNode(text);
		}
		if (scalar.getTag().equals(Tag.NULL) || text.isEmpty()) {
			return nodes.nullNode();
		}
		if (text.equals("true") || text.equals("false")) {
			return nodes.booleanNode(Boolean.parseBoolean(text));
		}
		if (!NUMBER.matcher(text).matches()) {
			return nodes.stringNode(text);
		}
		return text.contains(".") ? nodes.numberNode(new BigDecimal(text)) : nodes.numberNode(Long.parseLong(text));
	}

	private void fault(String block, Mark mark, String message) {
		this.unnamed.add(() -> this.faults.add(fault(mark, named(block, message))));
	}

	private Fault fault(Mark mark, String message) {
		return new Fault(this.file.path(), mark.getLine() + 1, mark.getColumn() + 1, message);
	}

}

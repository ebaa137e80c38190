package org.jfpmonitor.plan.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * One YAML file held against its schema: what it says, and everything that is wrong with
 * it. Whoever reads it adds the faults that a schema cannot see.
 */
public final class YamlDocument {

	private final YamlFile file;

	private final YamlTree tree;

	private final List<Fault> faults = new ArrayList<>();

	private final List<Fault> warnings = new ArrayList<>();

	/** Pointers of values that have a fault themselves, so that nothing is read there. */
	private final Set<String> unsound = new HashSet<>();

	private boolean whole;

	YamlDocument(YamlFile file, YamlTree tree) {
		this.file = file;
		this.tree = tree;
		this.faults.addAll(tree.faults());
		this.whole = root().isPresent();
	}

	/** The file. */
	public YamlFile file() {
		return this.file;
	}

	/** All of it; empty when it is no block of keys. */
	public Optional<YamlNode> root() {
		return this.tree.root().filter(JsonNode::isObject).map((json) -> new YamlNode(this, "", json));
	}

	/**
	 * Whether every key at the top is known, so that what is not here is really not
	 * written.
	 */
	public boolean isWhole() {
		return this.whole;
	}

	/** All faults, in the order of lines. */
	public List<Fault> faults() {
		return this.faults.stream()
			.distinct()
			.sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
			.toList();
	}

	/** What is odd and yet may be meant, in the order in which it was met. */
	public List<Fault> warnings() {
		return List.copyOf(this.warnings);
	}

	YamlTree tree() {
		return this.tree;
	}

	boolean isSound(String pointer) {
		return !this.unsound.contains(pointer);
	}

	/** Takes down a fault inside a block. */
	void fault(String block, String at, String message) {
		this.faults.add(this.tree.fault(block, at, message));
	}

	/** Takes down what is odd inside a block, and yet may be meant. */
	void warn(String block, String at, String message) {
		this.warnings.add(this.tree.fault(block, at, message));
	}

	/**
	 * Takes down that a value has a fault.
	 * @return false when one is known already
	 */
	boolean isFirstFaultOf(String pointer) {
		return this.unsound.add(pointer);
	}

	/** A key at the top is unknown, so that something may be said by it. */
	void lacksAKey() {
		this.whole = false;
	}

	/**
	 * What is read in place of a value that must be there and has a fault.
	 * @throws IllegalStateException when the schema let the file pass without it
	 */
	<T> T standIn(String block, String key, T standIn) {
		if (this.faults.isEmpty()) {
			throw new IllegalStateException("The schema of " + this.file.path() + " lets " + block + " pass without "
					+ key + ", and the program cannot");
		}
		return standIn;
	}

}

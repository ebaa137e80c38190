package org.jfpmonitor.plan.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One place of a YAML file that was held against its schema: a single value, a list, or a
 * block of keys. What has a fault is not handed out.
 */
public final class YamlNode {

	private final YamlDocument document;

	private final String pointer;

	private final JsonNode json;

	YamlNode(YamlDocument document, String pointer, JsonNode json) {
		this.document = document;
		this.pointer = pointer;
		this.json = json;
	}

	/** The key that it stands behind. */
	public String key() {
		List<String> keys = YamlTree.keys(this.pointer);
		return keys.isEmpty() ? "" : keys.get(keys.size() - 1);
	}

	/** Whether the key is written in this block, with whatever value. */
	public boolean has(String key) {
		return this.json.has(key);
	}

	/** What stands behind the key of this block, if anything does that has no fault. */
	public Optional<YamlNode> find(String key) {
		return at(key, this.json.get(key));
	}

	/** The entries of the list behind the key; one that is no list stands for itself. */
	public List<YamlNode> all(String key) {
		return find(key).map((node) -> node.json.isArray() ? node.entries() : List.of(node)).orElse(List.of());
	}

	/** The keys of the block behind the key, whatever faults are below them. */
	public List<String> keysBelow(String key) {
		return List.copyOf(this.json.path(key).propertyNames());
	}

	/** What stands behind each key of this block, in the order written. */
	public List<YamlNode> members() {
		List<YamlNode> members = new ArrayList<>();
		this.json.propertyNames().forEach((name) -> find(name).ifPresent(members::add));
		return members;
	}

	/** Whether it is a block of keys. */
	public boolean isBlock() {
		return this.json.isObject();
	}

	/** The texts of the list, or of the one value, behind the key. */
	public List<String> texts(String key) {
		return all(key).stream().map(YamlNode::text).toList();
	}

	/** The text behind the key; empty when there is none. */
	public String text(String key) {
		return find(key).map(YamlNode::text).orElse("");
	}

	/** Whether {@code true} stands behind the key. */
	public boolean isTrue(String key) {
		return find(key).filter((node) -> node.json.isBoolean() && node.json.booleanValue()).isPresent();
	}

	/**
	 * What must stand behind the key, or the stand-in when that has a fault. The stand-in
	 * never counts: a file with a fault is not used.
	 * @throws IllegalStateException when the schema does not ask for the key
	 */
	public <T> T required(String key, Function<YamlNode, T> reading, T standIn) {
		Optional<T> read = find(key).map(reading);
		return read.orElseGet(() -> this.document.standIn(this.pointer, key, standIn));
	}

	/** What may stand behind the key; null when nothing does, or something faulty. */
	public <T> @Nullable T optional(String key, Function<YamlNode, T> reading) {
		return find(key).map(reading).orElse(null);
	}

	/** The value as written. */
	public String text() {
		return this.document.tree().text(this.pointer);
	}

	public BigDecimal number() {
		return this.json.decimalValue();
	}

	public int wholeNumber() {
		return this.json.intValue();
	}

	public boolean flag() {
		return this.json.booleanValue();
	}

	public LocalDate date() {
		return LocalDate.parse(text());
	}

	/** The constant for the word: {@code year-to-date} is {@code YEAR_TO_DATE}. */
	public <E extends Enum<E>> E word(Class<E> constants) {
		return Enum.valueOf(constants, text().toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	/** The line it begins in, counted from 1. */
	public int line() {
		return this.document.tree().fault(this.pointer, this.pointer, "").line();
	}

	/** The file it stands in. */
	public YamlFile file() {
		return this.document.file();
	}

	/** Takes down a fault of this block: expected, found, what to write instead. */
	public void fault(String message) {
		this.document.fault(this.pointer, this.pointer, message);
	}

	/**
	 * Takes down a fault of a key of this block, or of the block when it is not there.
	 */
	public void fault(String key, String message) {
		this.document.fault(this.pointer, YamlTree.below(this.pointer, key), message);
	}

	/** Takes down a fault of something inside this block. */
	public void fault(YamlNode at, String message) {
		this.document.fault(this.pointer, at.pointer, message);
	}

	/** Takes down what is odd about a key of this block, and yet may be meant. */
	public void warn(String key, String message) {
		this.document.warn(this.pointer, YamlTree.below(this.pointer, key), message);
	}

	private List<YamlNode> entries() {
		List<YamlNode> entries = new ArrayList<>();
		for (int i = 0; i < this.json.size(); i++) {
			at(String.valueOf(i), this.json.get(i)).ifPresent(entries::add);
		}
		return entries;
	}

	private Optional<YamlNode> at(String key, @Nullable JsonNode value) {
		String below = YamlTree.below(this.pointer, key);
		return (value == null || Quoted.isNothing(value) || !this.document.isSound(below)) ? Optional.empty()
				: Optional.of(new YamlNode(this.document, below, value));
	}

	/** The same place of the same file. */
	@Override
	public boolean equals(Object other) {
		return other instanceof YamlNode node && this.document == node.document && this.pointer.equals(node.pointer);
	}

	@Override
	public int hashCode() {
		return this.pointer.hashCode();
	}

}

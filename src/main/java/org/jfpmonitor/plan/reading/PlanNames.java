package org.jfpmonitor.plan.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jfpmonitor.plan.yaml.YamlNode;

/**
 * The names that the files of a plan give to its parts, each once, and the checks that
 * have to wait until all of them are known.
 */
final class PlanNames {

	private final Map<String, Map<String, YamlNode>> given = new HashMap<>();

	private final List<Runnable> checks = new ArrayList<>();

	/**
	 * Takes the name written behind the key; the same name again is a fault, in small
	 * letters or capitals.
	 */
	void give(String kind, YamlNode block, String key) {
		block.find(key).ifPresent((name) -> {
			YamlNode first = this.given.computeIfAbsent(kind, (unused) -> new HashMap<>())
				.putIfAbsent(folded(name.text()), block);
			if (first != null) {
				block.fault(name, "expected " + key + ": used by one " + kind + " only, found \"" + name.text()
						+ "\" again (first in " + first.file().name() + ", line " + first.find(key).orElse(first).line()
						+ "). Write another " + key + " in one of the two places.");
			}
		});
	}

	/** The same of a name that is not written but comes about. */
	void give(String kind, YamlNode block, String key, String name) {
		YamlNode first = this.given.computeIfAbsent(kind, (unused) -> new HashMap<>()).putIfAbsent(folded(name), block);
		if (first != null) {
			block.fault(key,
					"expected " + key + ": one of which \"" + name + "\" can be made, found that this is the " + key
							+ " of another " + kind + " (" + first.file().name() + ", line " + first.line()
							+ "). Write another " + key + " in one of the two places.");
		}
	}

	/** All names of the kind, in alphabetical order. */
	Set<String> all(String kind) {
		return new TreeSet<>(this.given.getOrDefault(kind, Map.of()).keySet());
	}

	/** Where the name was given first; empty when it was not. */
	Optional<YamlNode> block(String kind, String name) {
		return Optional.ofNullable(this.given.getOrDefault(kind, Map.of()).get(folded(name)));
	}

	private static String folded(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	void onceAllAreKnown(Runnable check) {
		this.checks.add(check);
	}

	void check() {
		this.checks.forEach(Runnable::run);
	}

}

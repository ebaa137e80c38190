package org.jfpmonitor.plan.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.yaml.Block;
import org.jspecify.annotations.Nullable;

/**
 * The names that the files of a plan give to its parts, each once, and the checks that
 * have to wait until all of them are known.
 */
final class PlanNames {

	private final Map<String, Map<String, Block>> given = new HashMap<>();

	private final Map<String, Measure> measures = new LinkedHashMap<>();

	private final List<Measure> faultyMeasures = new ArrayList<>();

	private final List<Runnable> checks = new ArrayList<>();

	/** Takes the name written behind the key; the same name again is a fault. */
	void give(String kind, Block block, String key) {
		block.written(key).ifPresent((name) -> {
			Block first = this.given.computeIfAbsent(kind, (unused) -> new HashMap<>()).putIfAbsent(name, block);
			if (first != null) {
				block.fault(key,
						"expected " + key + ": used by one " + kind + " only, found \"" + name + "\" again (first in "
								+ first.file().getFileName() + ", line " + first.line(key) + "). Write another " + key
								+ " in one of the two places.");
			}
		});
	}

	boolean knows(String kind, String name) {
		return all(kind).contains(name);
	}

	/** All names of the kind, in alphabetical order. */
	Set<String> all(String kind) {
		return new TreeSet<>(this.given.getOrDefault(kind, Map.of()).keySet());
	}

	/** Keeps a measure for checks against it. */
	void take(Measure measure) {
		this.measures.putIfAbsent(measure.id().value(), measure);
	}

	/** Keeps the name of a measure that has faults, for checks of other files. */
	void takeFaulty(@Nullable MeasureId id, @Nullable Unit unit) {
		if (id != null) {
			this.faultyMeasures.add(StandIn.measure(id, unit));
		}
	}

	/** All measures that were taken, those with faults last. */
	List<Measure> measures() {
		return Stream.concat(this.measures.values().stream(), this.faultyMeasures.stream()).toList();
	}

	/** The measure of the name; empty when there is none or it is faulty itself. */
	Optional<Measure> measure(String name) {
		return Optional.ofNullable(this.measures.get(name));
	}

	void onceAllAreKnown(Runnable check) {
		this.checks.add(check);
	}

	void check() {
		this.checks.forEach(Runnable::run);
	}

}

package org.jfpmonitor.plan.reading;

import java.util.List;
import java.util.Optional;

import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.yaml.Fault;
import org.jspecify.annotations.Nullable;

/** What came of reading the plan files: the plan, or everything that is wrong with it. */
public final class PlanReading {

	private final @Nullable Plan legible;

	private final List<Fault> faults;

	private final List<Fault> warnings;

	PlanReading(@Nullable Plan legible, List<Fault> faults, List<Fault> warnings) {
		this.legible = legible;
		this.faults = List.copyOf(faults);
		this.warnings = List.copyOf(warnings);
	}

	/** The plan; empty when there is any fault. */
	public Optional<Plan> plan() {
		return this.faults.isEmpty() ? legible() : Optional.empty();
	}

	/**
	 * As much of the plan as could be read in spite of its faults, with stand-ins for
	 * measures and feeds of which little more than the name could be: good for checking
	 * other files against these names, never for judging. Empty while the names of a
	 * whole file are unknown.
	 */
	public Optional<Plan> legible() {
		return Optional.ofNullable(this.legible);
	}

	/** All faults of all files, in the order of files and lines. */
	public List<Fault> faults() {
		return this.faults;
	}

	/** What is odd and yet may be meant; it hinders nothing. */
	public List<Fault> warnings() {
		return this.warnings;
	}

}

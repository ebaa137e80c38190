package org.jfpmonitor.plan.reading;

import java.util.List;
import java.util.Optional;

import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.yaml.Fault;
import org.jspecify.annotations.Nullable;

/** What came of reading the register: the organisations, or everything that is wrong. */
public final class OrganisationsReading {

	private final @Nullable Organisations organisations;

	private final List<Fault> faults;

	OrganisationsReading(@Nullable Organisations organisations, List<Fault> faults) {
		this.organisations = organisations;
		this.faults = List.copyOf(faults);
	}

	/** The register; empty when there is any fault. */
	public Optional<Organisations> organisations() {
		return Optional.ofNullable(this.organisations);
	}

	/** All faults of the file, in the order of lines. */
	public List<Fault> faults() {
		return this.faults;
	}

}

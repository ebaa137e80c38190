package org.jfpmonitor.publication;

import java.util.List;

/**
 * An override as it was sent cannot be set; every fault says what was expected and what
 * was found.
 */
public final class RefusedOverride extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> faults;

	RefusedOverride(List<String> faults) {
		super(String.join(" ", faults));
		this.faults = List.copyOf(faults);
	}

	/** Every fault, in the order of the parts of an override. */
	public List<String> faults() {
		return this.faults;
	}

}

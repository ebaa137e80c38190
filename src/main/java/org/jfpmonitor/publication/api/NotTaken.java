package org.jfpmonitor.publication.api;

import java.util.List;

/**
 * Something sent cannot be taken; every fault says what was expected, what was found and
 * what to do.
 */
final class NotTaken extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> faults;

	NotTaken(List<String> faults) {
		super(String.join(" ", faults));
		this.faults = List.copyOf(faults);
	}

	List<String> faults() {
		return this.faults;
	}

}

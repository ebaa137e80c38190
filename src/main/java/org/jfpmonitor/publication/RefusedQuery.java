package org.jfpmonitor.publication;

import java.util.List;

/**
 * Refuses an address whose parameters cannot be answered, naming every fault: what was
 * expected, what was found and what to do.
 */
public final class RefusedQuery extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> faults;

	/** Refuses for these reasons, one sentence or two each. */
	public RefusedQuery(List<String> faults) {
		super(String.join(System.lineSeparator(), faults));
		this.faults = List.copyOf(faults);
	}

	/** Every fault, in the order of the parameters. */
	public List<String> faults() {
		return this.faults;
	}

}

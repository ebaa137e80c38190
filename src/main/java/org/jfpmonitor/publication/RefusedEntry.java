package org.jfpmonitor.publication;

import java.util.List;
import java.util.stream.Collectors;

/** What was sent cannot be taken; every fault names its field. */
public final class RefusedEntry extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<FieldFault> faults;

	RefusedEntry(List<FieldFault> faults) {
		super(faults.stream().map(FieldFault::sentence).collect(Collectors.joining(" ")));
		this.faults = List.copyOf(faults);
	}

	/** Every fault, in the order of the fields of the form. */
	public List<FieldFault> faults() {
		return this.faults;
	}

}

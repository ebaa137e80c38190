package org.jfpmonitor.publication;

import java.util.List;

/**
 * Refuses an address whose parameters cannot be answered, naming every fault: what was
 * expected, what was found and what to do.
 */
public final class RefusedQuery extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> faults;

	private final transient List<FieldFault> fields;

	/** Refuses for these reasons, one sentence or two each. */
	public RefusedQuery(List<String> faults) {
		this(faults, List.of());
	}

	private RefusedQuery(List<String> faults, List<FieldFault> fields) {
		super(String.join(System.lineSeparator(), faults));
		this.faults = List.copyOf(faults);
		this.fields = List.copyOf(fields);
	}

	/** Refuses for what a form has fields for, at least one fault. */
	public static RefusedQuery ofFields(List<FieldFault> faults) {
		return new RefusedQuery(faults.stream().map(FieldFault::sentence).toList(), faults);
	}

	/** Every fault, in the order of the parameters. */
	public List<String> faults() {
		return this.faults;
	}

	/** The same by the fields of a form; empty where no form asks for it. */
	public List<FieldFault> fields() {
		return this.fields;
	}

}

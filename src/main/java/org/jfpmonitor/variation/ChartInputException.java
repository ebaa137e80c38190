package org.jfpmonitor.variation;

import java.util.List;

/**
 * A series or a setting from which no chart or trend can be calculated. Every fault says
 * what was expected, what was found and what to do.
 */
public final class ChartInputException extends IllegalArgumentException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> faults;

	ChartInputException(List<String> faults) {
		super(String.join(System.lineSeparator(), faults));
		this.faults = List.copyOf(faults);
	}

	public ChartInputException(String fault) {
		this(List.of(fault));
	}

	/** All faults found, in date order; the message is the same, one fault a line. */
	public List<String> faults() {
		return this.faults;
	}

}

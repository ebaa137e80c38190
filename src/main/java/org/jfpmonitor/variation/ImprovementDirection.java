package org.jfpmonitor.variation;

/**
 * Which way is better for a series. Neutral means that neither way is: a special cause is
 * then neither improvement nor concern, and no target is judged.
 */
public enum ImprovementDirection {

	INCREASE("increase"), DECREASE("decrease"), NEUTRAL("neutral");

	private final String code;

	ImprovementDirection(String code) {
		this.code = code;
	}

	/** The stable code of this direction, for machines. */
	public String code() {
		return this.code;
	}

}

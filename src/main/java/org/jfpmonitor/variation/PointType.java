package org.jfpmonitor.variation;

/**
 * What a point means, given which way is better. The type of the latest point is the
 * variation type of the whole series.
 */
public enum PointType {

	COMMON_CAUSE("common_cause"), SPECIAL_CAUSE_IMPROVEMENT("special_cause_improvement"),
	SPECIAL_CAUSE_CONCERN("special_cause_concern"), SPECIAL_CAUSE_NEUTRAL_HIGH("special_cause_neutral_high"),
	SPECIAL_CAUSE_NEUTRAL_LOW("special_cause_neutral_low");

	private final String code;

	PointType(String code) {
		this.code = code;
	}

	/** The stable code of this type, for machines. */
	public String code() {
		return this.code;
	}

}

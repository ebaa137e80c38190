package org.jfpmonitor.variation;

/**
 * The rule that fired for a point, and towards which end of the scale. A point has
 * exactly one: the first of its rules in the order of these constants.
 */
public enum SpecialCause {

	ABOVE_UPPER_LIMIT("above_upper_limit", Pull.HIGH), BELOW_LOWER_LIMIT("below_lower_limit", Pull.LOW),

	TREND_INCREASING("trend_increasing", Pull.HIGH), TREND_DECREASING("trend_decreasing", Pull.LOW),

	TWO_IN_THREE_ABOVE_MEAN("two_in_three_above_mean", Pull.HIGH),
	TWO_IN_THREE_BELOW_MEAN("two_in_three_below_mean", Pull.LOW),

	SHIFT_ABOVE_MEAN("shift_above_mean", Pull.HIGH), SHIFT_BELOW_MEAN("shift_below_mean", Pull.LOW),

	/** No rule fired: the point is noise. */
	COMMON_CAUSE("common_cause", Pull.NONE);

	private enum Pull {

		HIGH, LOW, NONE

	}

	private final String code;

	private final Pull pull;

	SpecialCause(String code, Pull pull) {
		this.code = code;
		this.pull = pull;
	}

	/** The stable code of this cause, for machines. */
	public String code() {
		return this.code;
	}

	/** True unless this is {@link #COMMON_CAUSE}. */
	boolean flagged() {
		return this.pull != Pull.NONE;
	}

	PointType typeWhen(ImprovementDirection better) {
		return switch (this.pull) {
			case NONE -> PointType.COMMON_CAUSE;
			case HIGH -> switch (better) {
				case INCREASE -> PointType.SPECIAL_CAUSE_IMPROVEMENT;
				case DECREASE -> PointType.SPECIAL_CAUSE_CONCERN;
				case NEUTRAL -> PointType.SPECIAL_CAUSE_NEUTRAL_HIGH;
			};
			case LOW -> switch (better) {
				case INCREASE -> PointType.SPECIAL_CAUSE_CONCERN;
				case DECREASE -> PointType.SPECIAL_CAUSE_IMPROVEMENT;
				case NEUTRAL -> PointType.SPECIAL_CAUSE_NEUTRAL_LOW;
			};
		};
	}

}

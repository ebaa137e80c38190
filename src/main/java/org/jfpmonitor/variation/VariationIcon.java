package org.jfpmonitor.variation;

/**
 * The first "Making Data Count" icon of a series: what the latest point means, and
 * whether it lies towards the high or the low end.
 */
public enum VariationIcon {

	COMMON_CAUSE("common_cause"), IMPROVEMENT_HIGH("improvement_high"), IMPROVEMENT_LOW("improvement_low"),
	CONCERN_HIGH("concern_high"), CONCERN_LOW("concern_low"), NEUTRAL_HIGH("neutral_high"), NEUTRAL_LOW("neutral_low");

	private final String code;

	VariationIcon(String code) {
		this.code = code;
	}

	/** The stable code of this icon, for machines. */
	public String code() {
		return this.code;
	}

	static VariationIcon of(PointType type, ImprovementDirection better) {
		boolean highIsBetter = better == ImprovementDirection.INCREASE;
		return switch (type) {
			case COMMON_CAUSE -> COMMON_CAUSE;
			case SPECIAL_CAUSE_IMPROVEMENT -> highIsBetter ? IMPROVEMENT_HIGH : IMPROVEMENT_LOW;
			case SPECIAL_CAUSE_CONCERN -> highIsBetter ? CONCERN_LOW : CONCERN_HIGH;
			case SPECIAL_CAUSE_NEUTRAL_HIGH -> NEUTRAL_HIGH;
			case SPECIAL_CAUSE_NEUTRAL_LOW -> NEUTRAL_LOW;
		};
	}

}

package org.jfpmonitor.assessment.words;

import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.PointType;
import org.jfpmonitor.variation.SpecialCause;
import org.jfpmonitor.variation.limits.Assurance;

/** What a control chart says, in words for people who have never seen one. */
final class ChartPhrases {

	private ChartPhrases() {
	}

	static String variation(ControlChart chart) {
		if (chart.latest().value() == null) {
			return "There is no figure for the latest period to judge.";
		}
		String seen = cause(chart.latest().specialCause());
		return switch (chart.variation()) {
			case COMMON_CAUSE -> "No significant change: the latest figure is within the usual variation.";
			case SPECIAL_CAUSE_IMPROVEMENT -> "Significant change for the better: " + seen + ".";
			case SPECIAL_CAUSE_CONCERN -> "Significant change for the worse: " + seen + ".";
			case SPECIAL_CAUSE_NEUTRAL_HIGH, SPECIAL_CAUSE_NEUTRAL_LOW -> "Significant change: " + seen + ".";
		};
	}

	/** The rule that fired, as part of a sentence. */
	static String cause(SpecialCause cause) {
		return switch (cause) {
			case ABOVE_UPPER_LIMIT -> "the latest figure is above the upper process limit";
			case BELOW_LOWER_LIMIT -> "the latest figure is below the lower process limit";
			case TREND_INCREASING -> "seven or more figures in a row went up";
			case TREND_DECREASING -> "seven or more figures in a row went down";
			case TWO_IN_THREE_ABOVE_MEAN -> "two of three figures in a row are close to the upper process limit";
			case TWO_IN_THREE_BELOW_MEAN -> "two of three figures in a row are close to the lower process limit";
			case SHIFT_ABOVE_MEAN -> "seven or more figures in a row are above the average";
			case SHIFT_BELOW_MEAN -> "seven or more figures in a row are below the average";
			case COMMON_CAUSE -> "the latest figure is within the usual variation";
		};
	}

	static String variationInShort(PointType type) {
		return switch (type) {
			case COMMON_CAUSE -> "Usual variation";
			case SPECIAL_CAUSE_IMPROVEMENT -> "Improvement";
			case SPECIAL_CAUSE_CONCERN -> "Concern";
			case SPECIAL_CAUSE_NEUTRAL_HIGH, SPECIAL_CAUSE_NEUTRAL_LOW -> "Change";
		};
	}

	static String assuranceInShort(ControlChart chart) {
		return chart.assurance().map((assurance) -> chart.hasFewFigures() ? "Too few figures" : switch (assurance) {
			case CONSISTENT_PASS -> "Expected to pass";
			case CONSISTENT_FAIL -> "Expected to fail";
			case INCONSISTENT -> "Hit and miss";
		}).orElse("");
	}

	static String assurance(ControlChart chart) {
		return chart.assurance()
			.map((assurance) -> chart.hasFewFigures()
					? "Too early to say whether the target will be met: that takes 13 figures under the same limits."
					: assurance(assurance))
			.orElse("");
	}

	private static String assurance(Assurance assurance) {
		return switch (assurance) {
			case CONSISTENT_PASS -> "Expected to meet the target consistently, unless something changes.";
			case CONSISTENT_FAIL -> "Expected to miss the target consistently, unless something changes.";
			case INCONSISTENT -> "Hit and miss: the target may be met or missed by chance.";
		};
	}

	static String shortSeries(ControlChart chart) {
		boolean few = chart.hasFewFigures();
		return few ? "There are fewer than 13 figures to take the limits from, so they are provisional." : "";
	}

}

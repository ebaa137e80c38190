package org.jfpmonitor.assessment.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.PointType;
import org.jfpmonitor.variation.SpecialCause;
import org.jfpmonitor.variation.limits.Assurance;
import org.jfpmonitor.variation.limits.ControlLimits;
import org.jspecify.annotations.Nullable;

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
			case TWO_IN_THREE_ABOVE_MEAN -> "two of three figures in a row are far above the average";
			case TWO_IN_THREE_BELOW_MEAN -> "two of three figures in a row are far below the average";
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

	static String assuranceInShort(MeasureSeries series) {
		Optional<ControlChart> chart = series.chart();
		return chart.flatMap(ControlChart::assurance)
			.map((assurance) -> chart.orElseThrow().hasFewFigures() ? "Too few figures" : switch (assurance) {
				case CONSISTENT_PASS -> "Expected to pass";
				case CONSISTENT_FAIL -> "Expected to fail";
				case INCONSISTENT -> "Hit and miss";
			})
			.orElseGet(() -> chart.isEmpty() ? "No figures" : switch (comparison(series)) {
				case NO_TARGET -> "No target";
				case TOTAL -> "Judged over the " + SeriesPhrases.judged(series.measure());
				case LATER -> "Not required yet";
			});
	}

	static String assurance(MeasureSeries series) {
		Optional<ControlChart> chart = series.chart();
		return chart.flatMap(ControlChart::assurance)
			.map((assurance) -> chart.orElseThrow().hasFewFigures()
					? "Too early to say whether the target will be met: that takes 13 figures under the same limits."
					: assurance(assurance))
			.orElseGet(() -> switch (comparison(series)) {
				case NO_TARGET -> "There is no target to compare with.";
				case TOTAL -> "Single " + SeriesPhrases.noun(series.measure().cadence())
						+ "s cannot be compared with the target, which is for the total of the "
						+ SeriesPhrases.judged(series.measure()) + ".";
				case LATER -> "There is nothing to compare with yet: the target begins later.";
			});
	}

	/** Why there is nothing to hold single figures against. */
	private static Incomparable comparison(MeasureSeries series) {
		Target target = series.measure().target();
		if (target == null) {
			return Incomparable.NO_TARGET;
		}
		return series.isHeldAgainstItsTarget() ? Incomparable.LATER : Incomparable.TOTAL;
	}

	static List<String> limits(MeasureSeries series) {
		ControlLimits calculated = series.chart().orElseThrow().latest().limits();
		ControlLimits shown = series.shownPoints().get(series.newest()).limits();
		Measure measure = series.measure();
		List<String> sentences = new ArrayList<>();
		if (calculated.lower() != null && shown.lower() == null) {
			sentences.add("There is no lower process limit: it would lie below " + words(measure, measure.least())
					+ ", and no figure can.");
		}
		if (calculated.upper() != null && shown.upper() == null) {
			sentences.add("There is no upper process limit: it would lie above " + words(measure, measure.greatest())
					+ ", and no figure can.");
		}
		return sentences;
	}

	private static String words(Measure measure, @Nullable BigDecimal value) {
		return measure.unit().inWords(Objects.requireNonNull(value));
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

	/** Why nothing can be said of a target. */
	private enum Incomparable {

		NO_TARGET, TOTAL, LATER

	}

}

package org.jfpmonitor.publication.objective;

import java.math.BigDecimal;

import org.jfpmonitor.assessment.reason.ValuePair;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/** A figure as a page shows it; one that is withheld stays withheld. */
final class FigureWords {

	private FigureWords() {
	}

	/**
	 * The figure beside what is required of it.
	 * @param slot the period that it stands for
	 * @param required null where nothing is
	 */
	static String of(@Nullable Figure figure, Measure measure, Period slot, @Nullable BigDecimal required) {
		if (figure == null) {
			return "none";
		}
		BigDecimal value = figure.value();
		String words = (value == null) ? "none" : (required == null) ? measure.unit().inWords(value)
				: ValuePair.of(measure, slot, value, required).observed();
		return switch (figure.mark()) {
			case NONE -> words;
			case ESTIMATED -> words + " (estimated by the publisher)";
			case MISSING -> "not submitted";
			case SUPPRESSED -> "withheld because it, or a number beside it, is small";
			case NOT_APPLICABLE -> "not applicable";
		};
	}

	/** What is required, beside the figure of that period. */
	static String required(@Nullable Figure figure, Measure measure, Period slot, BigDecimal required) {
		BigDecimal value = (figure != null) ? figure.value() : null;
		return (value != null) ? ValuePair.of(measure, slot, value, required).expected()
				: measure.unit().plannedInWords(required);
	}

	/**
	 * "208 of 2,000", or of times "1,630,200 minutes over 49,400"; empty when the figure
	 * has no parts or is withheld.
	 */
	static String parts(@Nullable Figure figure, Unit unit) {
		if (figure == null || figure.mark() == Figure.Mark.SUPPRESSED) {
			return "";
		}
		BigDecimal numerator = figure.numerator();
		BigDecimal denominator = figure.denominator();
		return (numerator != null && denominator != null) ? unit.partsInWords(numerator, denominator) : "";
	}

}

package org.jfpmonitor.publication.objective;

import java.math.BigDecimal;

import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/** A figure as a page shows it; one that is withheld stays withheld. */
final class FigureWords {

	private FigureWords() {
	}

	static String of(@Nullable Figure figure, Unit unit) {
		if (figure == null) {
			return "none";
		}
		BigDecimal value = figure.value();
		return switch (figure.mark()) {
			case NONE -> (value != null) ? unit.inWords(value) : "none";
			case ESTIMATED -> ((value != null) ? unit.inWords(value) : "none") + " (estimated by the publisher)";
			case MISSING -> "not submitted";
			case SUPPRESSED -> "withheld because the number is small";
			case NOT_APPLICABLE -> "not applicable";
		};
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

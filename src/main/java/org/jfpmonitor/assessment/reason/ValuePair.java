package org.jfpmonitor.assessment.reason;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;

/**
 * Two values in words that look different when they are: 92.04% against 92% is not 92%
 * against 92%. Those that differ only where a division was cut off look the same.
 *
 * @param observed the figure
 * @param expected what it is held against
 */
public record ValuePair(String observed, String expected) {

	private static final int MOST_DECIMALS = 24;

	public static ValuePair of(Unit unit, BigDecimal observed, BigDecimal expected) {
		return of(unit, observed, expected, List.of(), unit.plannedDecimals(expected));
	}

	/**
	 * A figure of the period beside what is required of it: written one way wherever it
	 * stands, so that it looks like nothing else that the plan holds it against, either.
	 * What the plan says is not rounded, and the figure beside it no more than that.
	 */
	public static ValuePair of(Measure measure, Period slot, BigDecimal observed, BigDecimal expected) {
		return of(measure.unit(), observed, expected, measure.heldAgainst(slot),
				measure.unit().plannedDecimals(expected));
	}

	/** A figure of the period beside another, of which neither was promised. */
	public static ValuePair ofFigures(Measure measure, Period slot, BigDecimal observed, BigDecimal expected) {
		return of(measure.unit(), observed, expected, measure.heldAgainst(slot), measure.unit().usualDecimals());
	}

	private static ValuePair of(Unit unit, BigDecimal observed, BigDecimal expected, Collection<BigDecimal> others,
			int atLeast) {
		int decimals = Stream.concat(Stream.of(expected), others.stream())
			.mapToInt((each) -> apart(unit, observed, each, atLeast))
			.max()
			.orElse(atLeast);
		return new ValuePair(unit.inWords(observed, decimals), unit.inWords(expected, decimals));
	}

	/** How many decimals tell the two apart; no more than asked for where none would. */
	private static int apart(Unit unit, BigDecimal one, BigDecimal other, int atLeast) {
		if (one.compareTo(other) == 0) {
			return atLeast;
		}
		return IntStream.rangeClosed(atLeast, MOST_DECIMALS)
			.filter((decimals) -> !unit.inWords(one, decimals).equals(unit.inWords(other, decimals)))
			.findFirst()
			.orElse(atLeast);
	}

}

package org.jfpmonitor.assessment.reason;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
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
		return of(unit, observed, expected, List.of());
	}

	/**
	 * A figure of the period beside what is required of it: written one way wherever it
	 * stands, so that it looks like nothing else that the plan holds it against, either.
	 */
	public static ValuePair of(Measure measure, Period slot, BigDecimal observed, BigDecimal expected) {
		return of(measure.unit(), observed, expected, measure.heldAgainst(slot));
	}

	private static ValuePair of(Unit unit, BigDecimal observed, BigDecimal expected, Collection<BigDecimal> others) {
		int decimals = Stream.concat(Stream.of(expected), others.stream())
			.mapToInt((each) -> decimals(unit, observed, each))
			.max()
			.orElseThrow();
		return (decimals == 0) ? new ValuePair(unit.inWords(observed), unit.inWords(expected))
				: new ValuePair(unit.inWords(observed, decimals), unit.inWords(expected, decimals));
	}

	/** How many tell the two apart; 0 where the usual ones do, or none would. */
	private static int decimals(Unit unit, BigDecimal one, BigDecimal other) {
		if (one.compareTo(other) == 0 || !unit.inWords(one).equals(unit.inWords(other))) {
			return 0;
		}
		for (int decimals = 1; decimals <= MOST_DECIMALS; decimals++) {
			if (!unit.inWords(one, decimals).equals(unit.inWords(other, decimals))) {
				return decimals;
			}
		}
		return 0;
	}

}

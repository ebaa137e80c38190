package org.jfpmonitor.assessment.reason;

import java.math.BigDecimal;

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
		ValuePair pair = new ValuePair(unit.inWords(observed), unit.inWords(expected));
		if (observed.compareTo(expected) == 0) {
			return pair;
		}
		ValuePair finer = pair;
		for (int decimals = 1; decimals <= MOST_DECIMALS && finer.observed.equals(finer.expected); decimals++) {
			finer = new ValuePair(unit.inWords(observed, decimals), unit.inWords(expected, decimals));
		}
		return finer.observed.equals(finer.expected) ? pair : finer;
	}

}

package org.jfpmonitor.observation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a cell says: a value with its numerator and denominator where there are any, or
 * the reason why there is no value. All in base units. Zero is a value.
 *
 * @param value the value, or null when {@code mark} says why not
 * @param numerator the numerator, or null
 * @param denominator the denominator, or null
 * @param mark what else the source says of the cell
 */
public record Figure(@Nullable BigDecimal value, @Nullable BigDecimal numerator, @Nullable BigDecimal denominator,
		Mark mark) {

	public Figure {
		boolean valued = mark == Mark.NONE || mark == Mark.ESTIMATED;
		if (valued != (value != null)) {
			throw new IllegalArgumentException(
					"A figure marked " + mark + (valued ? " needs" : " has no") + " a value");
		}
	}

	/** A plain value without parts. */
	public static Figure of(BigDecimal value) {
		return new Figure(value, null, null, Mark.NONE);
	}

	/**
	 * Numerator over denominator, to 34 digits. Nothing out of nothing is not applicable,
	 * not zero.
	 */
	public static Figure ratio(BigDecimal numerator, BigDecimal denominator) {
		if (denominator.signum() == 0) {
			return new Figure(null, numerator, denominator, Mark.NOT_APPLICABLE);
		}
		return new Figure(numerator.divide(denominator, MathContext.DECIMAL128), numerator, denominator, Mark.NONE);
	}

	/** The same value as one that its publisher put in; what has no value stays so. */
	public Figure asEstimate() {
		return (this.mark == Mark.NONE) ? new Figure(this.value, this.numerator, this.denominator, Mark.ESTIMATED)
				: this;
	}

	/** No value, for the reason given. */
	public static Figure absent(Mark mark) {
		return new Figure(null, null, null, mark);
	}

	/** What a source says of a cell besides its number. */
	public enum Mark {

		NONE,
		/** A value that the publisher put in for one that did not come. */
		ESTIMATED,
		/** Not submitted or not available. */
		MISSING,
		/**
		 * Withheld because it, or a number beside it, is small; stays withheld
		 * everywhere.
		 */
		SUPPRESSED,
		/** There is nothing to measure, such as the share of no beds. */
		NOT_APPLICABLE;

		/** The word kept in the store: {@code not_applicable}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

		/**
		 * The constant of the code.
		 * @throws IllegalArgumentException when there is none
		 */
		public static Mark coded(String code) {
			return valueOf(code.toUpperCase(Locale.ROOT));
		}

	}

}

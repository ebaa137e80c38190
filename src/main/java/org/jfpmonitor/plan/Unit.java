package org.jfpmonitor.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * What a measure counts in. Values are kept in base units (ratio, seconds, count,
 * pounds); people write and read the display unit.
 */
public enum Unit {

	PERCENT("percent", "ratio", "0.01", 1), PER_1000("per-1000", "ratio", "0.001", 1),
	PER_100000("per-100000", "ratio", "0.00001", 1), RATIO("ratio", "ratio", "1", 3),
	SECONDS("seconds", "seconds", "1", 0), MINUTES("minutes", "seconds", "60", 1), HOURS("hours", "seconds", "3600", 1),
	DAYS("days", "seconds", "86400", 1), COUNT("count", "count", "1", 1), GBP("gbp", "gbp", "1", 2);

	/** A target of 99.95% is none of 100%. */
	private static final int MOST_PLANNED_DECIMALS = 6;

	private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private final String word;

	private final String base;

	private final BigDecimal factor;

	private final int decimals;

	Unit(String word, String base, String factor, int decimals) {
		this.word = word;
		this.base = base;
		this.factor = new BigDecimal(factor);
		this.decimals = decimals;
	}

	/** The word in plan files: {@code percent}, {@code minutes}. */
	public String word() {
		return this.word;
	}

	/**
	 * The base unit in metrics: {@code ratio}, {@code seconds}, {@code count} or
	 * {@code gbp}.
	 */
	public String base() {
		return this.base;
	}

	/**
	 * The least value that anything counted in this unit can have, in base units, unless
	 * its measure says otherwise; null for pounds, which may be owed.
	 */
	public @Nullable BigDecimal least() {
		return (this == GBP) ? null : BigDecimal.ZERO;
	}

	/**
	 * The greatest value in base units, unless the measure says otherwise: a percentage
	 * is a share of a whole. Null for none.
	 */
	public @Nullable BigDecimal greatest() {
		return (this == PERCENT) ? BigDecimal.ONE : null;
	}

	/**
	 * Whether it is a ratio of two counts, so that several are never averaged or added.
	 */
	public boolean isRate() {
		return this.base.equals("ratio");
	}

	/** A number in this unit as a value in base units: 40 percent is 0.40. */
	public BigDecimal toBase(BigDecimal shown) {
		return shown.multiply(this.factor);
	}

	/**
	 * A value in base units as a number in this unit, exact to 34 digits: 0.40 is 40
	 * percent.
	 */
	public BigDecimal fromBase(BigDecimal value) {
		return value.divide(this.factor, MathContext.DECIMAL128);
	}

	/**
	 * A value in base units as people read it, such as {@code 97%}, {@code 33 minutes} or
	 * {@code 15,962}; rounded half up to at most one decimal (pence for pounds, none for
	 * seconds), but never to nothing, or a share to all, that it is not.
	 */
	public String inWords(BigDecimal value) {
		return inWords(value, this.decimals);
	}

	/**
	 * A value in base units that somebody promised, as people read it: to the decimals
	 * that it has, of up to six; rounded as {@link #inWords(BigDecimal)} where it is
	 * reckoned and has more.
	 */
	public String plannedInWords(BigDecimal value) {
		return inWords(value, plannedDecimals(value));
	}

	/** To how many decimals values are rounded that nobody promised. */
	public int usualDecimals() {
		return this.decimals;
	}

	/** How many decimals a value in base units is shown with that somebody promised. */
	public int plannedDecimals(BigDecimal value) {
		int own = fromBase(value).stripTrailingZeros().scale();
		return (own > MOST_PLANNED_DECIMALS) ? this.decimals : Math.max(own, this.decimals);
	}

	/**
	 * What a figure of this unit was divided from, in base units, as people read it:
	 * {@code 97 of 100}; of times, whose sum has the unit,
	 * {@code average of 20 cases, 660 minutes in all}.
	 */
	public String partsInWords(BigDecimal numerator, BigDecimal denominator) {
		return switch (this) {
			case SECONDS, MINUTES, HOURS, DAYS ->
				"average of " + COUNT.inWords(denominator) + " cases, " + inWords(numerator) + " in all";
			case PERCENT, PER_1000, PER_100000, RATIO, COUNT, GBP ->
				COUNT.inWords(numerator) + " of " + COUNT.inWords(denominator);
		};
	}

	/**
	 * What a figure was divided from, in base units, as a number beside the figure in
	 * this unit: times in the same unit, what was counted as it is.
	 */
	public BigDecimal numeratorFromBase(BigDecimal numerator) {
		return switch (this) {
			case SECONDS, MINUTES, HOURS, DAYS -> fromBase(numerator);
			case PERCENT, PER_1000, PER_100000, RATIO, COUNT, GBP -> numerator;
		};
	}

	/** As {@link #inWords(BigDecimal)} with another number of decimals at most. */
	public String inWords(BigDecimal value, int atMostDecimals) {
		BigDecimal shown = shown(fromBase(value), atMostDecimals);
		int scale = Math.max(0, shown.scale());
		String number = String.format(Locale.UK, "%,." + ((this == GBP && scale == 1) ? 2 : scale) + "f", shown.abs());
		String sign = (shown.signum() < 0) ? "-" : "";
		boolean one = shown.compareTo(BigDecimal.ONE) == 0;
		return sign + switch (this) {
			case PERCENT -> number + "%";
			case PER_1000 -> number + " per 1,000";
			case PER_100000 -> number + " per 100,000";
			case RATIO, COUNT -> number;
			case GBP -> "£" + number;
			case SECONDS, MINUTES, HOURS, DAYS ->
				number + " " + (one ? this.word.substring(0, this.word.length() - 1) : this.word);
		};
	}

	/** What is neither nothing nor all is shown by two digits of what it is or lacks. */
	private BigDecimal shown(BigDecimal exact, int atMostDecimals) {
		BigDecimal rounded = exact.setScale(atMostDecimals, RoundingMode.HALF_UP).stripTrailingZeros();
		if (exact.compareTo(rounded) != 0 && rounded.signum() == 0) {
			return exact.round(TWO_DIGITS).stripTrailingZeros();
		}
		if (exact.compareTo(rounded) != 0 && this == PERCENT && rounded.compareTo(HUNDRED) == 0) {
			return HUNDRED.subtract(HUNDRED.subtract(exact).round(TWO_DIGITS)).stripTrailingZeros();
		}
		return rounded;
	}

}

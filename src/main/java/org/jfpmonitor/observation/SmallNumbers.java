package org.jfpmonitor.observation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;

/**
 * How counts of people are published: small ones are withheld, the others rounded. Zero
 * is a value: it is neither.
 *
 * @param below counts above 0 and below this are small
 * @param roundTo to the nearest multiple of this, halves upwards; never to 0
 */
public record SmallNumbers(int below, int roundTo) {

	/**
	 * As health statistics mostly have it: 1 to 4 withheld, the others to the nearest 5.
	 */
	public static final SmallNumbers USUAL = new SmallNumbers(5, 5);

	/** Somebody says that numbers are published as they are. */
	public static final SmallNumbers NONE = new SmallNumbers(0, 0);

	/** The later of two withholds more. */
	public static final Comparator<SmallNumbers> STRICTNESS = Comparator.comparingInt(SmallNumbers::below)
		.thenComparingInt(SmallNumbers::roundTo);

	/** Whether numbers are published as they are. */
	public boolean isNone() {
		return equals(NONE);
	}

	/** Whether the count is to be withheld; what is negative goes by its size. */
	public boolean isSmall(BigDecimal count) {
		return count.signum() != 0 && count.abs().compareTo(BigDecimal.valueOf(this.below)) < 0;
	}

	/** The count as it may be published. */
	public BigDecimal rounded(BigDecimal count) {
		if (isNone()) {
			return count;
		}
		if (count.signum() == 0) {
			return BigDecimal.ZERO;
		}
		BigDecimal base = BigDecimal.valueOf(this.roundTo);
		BigDecimal multiples = count.abs().divide(base, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
		BigDecimal size = multiples.multiply(base);
		return (count.signum() < 0) ? size.negate() : size;
	}

	/**
	 * How many lines there are, as it may be said of few and many alike: rounded, and one
	 * number for all that are small.
	 */
	public long roundedLines(long lines) {
		BigDecimal count = BigDecimal.valueOf(lines);
		return rounded(isSmall(count) ? BigDecimal.valueOf(this.below) : count).longValueExact();
	}

	/** Such as "1 to 4". */
	public String inWords() {
		return (this.below == 2) ? "1" : "1 to " + (this.below - 1);
	}

}

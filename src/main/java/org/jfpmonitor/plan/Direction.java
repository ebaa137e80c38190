package org.jfpmonitor.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;

/** Which way is better. Every measure states it; it is never defaulted. */
public enum Direction {

	HIGHER, LOWER;

	/**
	 * To so many digits are values compared: a share and a place on a line that are the
	 * same number, such as a third, may come of divisions that were rounded differently.
	 */
	private static final MathContext COMPARED = new MathContext(24);

	/** Whether the value is as good as required; meeting it exactly is meeting it. */
	public boolean meets(BigDecimal value, BigDecimal required) {
		int compared = value.round(COMPARED).compareTo(required.round(COMPARED));
		return (this == HIGHER) ? compared >= 0 : compared <= 0;
	}

	/**
	 * How far a figure attains what is required, as a ratio of which 1 or more is good:
	 * figure over required where higher is better, required over figure where lower is
	 * better, to 16 digits. Meeting it exactly is 1, also when both are zero. Where lower
	 * is better, zero is required and more was found, it is 0.
	 * @return empty where a ratio says nothing: over zero, and when either is negative
	 */
	public Optional<BigDecimal> attainment(BigDecimal value, BigDecimal required) {
		if (value.round(COMPARED).compareTo(required.round(COMPARED)) == 0) {
			return Optional.of(BigDecimal.ONE);
		}
		BigDecimal above = (this == HIGHER) ? value : required;
		BigDecimal below = (this == HIGHER) ? required : value;
		return (above.signum() < 0 || below.signum() <= 0) ? Optional.empty()
				: Optional.of(above.divide(below, MathContext.DECIMAL64));
	}

	/** What a required value is called: {@code or more}, {@code or less}. */
	public String bound() {
		return (this == HIGHER) ? "or more" : "or less";
	}

	/** {@code higher} or {@code lower}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}

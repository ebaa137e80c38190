package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.math.MathContext;

import org.jfpmonitor.plan.Direction;
import org.jspecify.annotations.Nullable;

/** How far a figure attains what is required, as a ratio of which 1 or more is good. */
public final class Attainment {

	private Attainment() {
	}

	/**
	 * Figure over required where higher is better, required over figure where lower is
	 * better, to 16 digits. Meeting it exactly is 1, also when both are zero. Where lower
	 * is better, zero is required and more was found, it is 0.
	 * @return null where a ratio says nothing: over zero, and when either is negative
	 */
	public static @Nullable BigDecimal of(BigDecimal figure, BigDecimal required, Direction direction) {
		if (figure.compareTo(required) == 0) {
			return BigDecimal.ONE;
		}
		BigDecimal above = (direction == Direction.HIGHER) ? figure : required;
		BigDecimal below = (direction == Direction.HIGHER) ? required : figure;
		if (above.signum() < 0 || below.signum() <= 0) {
			return null;
		}
		return above.divide(below, MathContext.DECIMAL64);
	}

}

package org.jfpmonitor.variation.limits;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The mean of doubles, as if calculated exactly and rounded once. Whether a point lies on
 * the mean is decided by equality, so a mean that is one unit in the last place off turns
 * constant series into shifts.
 *
 * <p>
 * The sum is carried as two doubles without loss (Knuth's TwoSum) and the quotient is
 * corrected by its exact remainder. Wherever a step would lose a bit, which real figures
 * hardly ever cause, the same decision is taken with {@link BigDecimal}. Underflow takes
 * nothing: every term, sum and remainder is a multiple of the smallest double.
 */
public final class ExactMean {

	private ExactMean() {
	}

	/**
	 * The mean of the first {@code count} terms, ties to even; NaN when there are none.
	 * Terms must be finite.
	 */
	public static double of(double[] terms, int count) {
		if (count == 0) {
			return Double.NaN;
		}
		double high = 0;
		double low = 0;
		boolean lossless = true;
		for (int i = 0; i < count; i++) {
			double sum = high + terms[i];
			double carry = lost(high, terms[i], sum);
			double rest = low + carry;
			lossless &= lost(low, carry, rest) == 0;
			high = sum;
			low = rest;
		}
		double sum = high + low;
		double mean = lossless ? divided(sum, lost(high, low, sum), count) : Double.NaN;
		if (Double.isNaN(mean)) {
			mean = exactly(terms, count);
		}
		return (mean == 0) ? 0.0 : mean; // never minus zero
	}

	/**
	 * What rounding took from {@code a + b == sum}: exact, or NaN after an overflow.
	 */
	private static double lost(double a, double b, double sum) {
		double rounded = sum - a;
		return (a - (sum - rounded)) + (b - rounded);
	}

	/**
	 * {@code (high + low) / count} rounded once, or NaN when doubles cannot decide it.
	 */
	private static double divided(double high, double low, int count) {
		double mean = high / count;
		double remainder = Math.fma(-mean, count, high); // exact for a rounded quotient
		double left = remainder + low;
		double neighbour = (left > 0) ? Math.nextUp(mean) : Math.nextDown(mean);
		double gap = Math.abs(neighbour - mean) * count;
		double fromMean = 2 * Math.abs(left);
		boolean beyondNeighbour = fromMean > 2.5 * gap;
		if (beyondNeighbour || lost(remainder, low, left) != 0) {
			return Double.NaN;
		}
		if (fromMean == gap) {
			return isEven(mean) ? mean : neighbour;
		}
		return (fromMean < gap) ? mean : neighbour;
	}

	private static double exactly(double[] terms, int count) {
		BigDecimal sum = BigDecimal.ZERO;
		for (int i = 0; i < count; i++) {
			sum = sum.add(new BigDecimal(terms[i]));
		}
		BigDecimal divisor = BigDecimal.valueOf(count);
		double mean = sum.divide(divisor, MathContext.DECIMAL128).doubleValue();
		// DECIMAL128 and doubleValue round twice, so the last place may be one off.
		BigDecimal left = sum.subtract(new BigDecimal(mean).multiply(divisor));
		double neighbour = (left.signum() > 0) ? Math.nextUp(mean) : Math.nextDown(mean);
		BigDecimal gap = new BigDecimal(neighbour).subtract(new BigDecimal(mean)).multiply(divisor).abs();
		int fromMean = left.abs().add(left.abs()).compareTo(gap);
		if (fromMean == 0) {
			return isEven(mean) ? mean : neighbour;
		}
		return (fromMean < 0) ? mean : neighbour;
	}

	private static boolean isEven(double number) {
		return (Double.doubleToRawLongBits(number) & 1) == 0;
	}

}

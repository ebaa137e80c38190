package org.jfpmonitor.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The upright axis of a chart: which values it spans, where its round marks are and how
 * far down each value lies. Values are in the unit that people read.
 *
 * @param lowest the value at the bottom, a round one
 * @param highest the value at the top, a round one
 * @param step the distance of the marks
 * @param top where the highest value lies, in pixels from above
 * @param bottom where the lowest value lies
 */
record ValueAxis(BigDecimal lowest, BigDecimal highest, BigDecimal step, double top, double bottom) {

	private static final int MARKS = 5;

	private static final double[] ROUND = { 1, 2, 2.5, 5, 10 };

	/** An axis that spans all values, with about {@value #MARKS} round marks. */
	static ValueAxis spanning(List<Double> values, double top, double bottom) {
		double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
		double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
		boolean level = low == high;
		double apart = Math.max(Math.abs(low) * 0.1, 0.5);
		BigDecimal step = roundStep((level ? 2 * apart : high - low) / MARKS);
		// Nothing but zero lies on the bottom line, where it would be hard to see.
		double room = level ? apart : 0.04 * (high - low);
		low = (low >= 0) ? Math.max(0, low - room) : low - room;
		high += level ? apart : 0;
		return new ValueAxis(outwards(low, step, RoundingMode.FLOOR), outwards(high, step, RoundingMode.CEILING), step,
				top, bottom);
	}

	/** The values that get a mark, from the lowest up. */
	List<BigDecimal> marks() {
		List<BigDecimal> marks = new ArrayList<>();
		for (BigDecimal mark = this.lowest; mark.compareTo(this.highest) <= 0; mark = mark.add(this.step)) {
			marks.add(mark);
		}
		return marks;
	}

	/** Where the value lies, in pixels from above. */
	double y(double value) {
		double low = this.lowest.doubleValue();
		double share = (value - low) / (this.highest.doubleValue() - low);
		return this.bottom - share * (this.bottom - this.top);
	}

	private static BigDecimal roundStep(double atLeast) {
		int power = (int) Math.floor(Math.log10(atLeast));
		double unit = Math.pow(10, power);
		for (double round : ROUND) {
			if (round * unit >= atLeast * (1 - 1e-9)) {
				return BigDecimal.valueOf(round).stripTrailingZeros().movePointRight(power);
			}
		}
		throw new IllegalStateException("No round step for " + atLeast);
	}

	private static BigDecimal outwards(double value, BigDecimal step, RoundingMode mode) {
		return BigDecimal.valueOf(value).divide(step, 0, mode).multiply(step);
	}

}

package org.jfpmonitor.variation;

import java.util.Arrays;

import org.jfpmonitor.variation.limits.ControlLimits;
import org.jfpmonitor.variation.limits.Side;
import org.jfpmonitor.variation.limits.Zone;

/**
 * The four rules, over the rows of one rebase group in date order: outside the limits,
 * trend of seven, two in three close to the limits, shift of seven. A missing value (NaN,
 * unknown side and zone) lets no run or window that contains it fire.
 */
final class SpecialCauseRules {

	private static final int RUN = 7;

	private final double[] values;

	private final Side[] sides;

	private final Zone[] zones;

	private final boolean[] trend;

	private final boolean[] twoInThree;

	private final boolean[] shift;

	SpecialCauseRules(double[] values, ControlLimits limits) {
		int rows = values.length;
		this.values = values;
		this.sides = new Side[rows];
		this.zones = new Zone[rows];
		for (int i = 0; i < rows; i++) {
			this.sides[i] = limits.sideOf(values[i]);
			this.zones[i] = limits.zoneOf(values[i]);
		}
		this.trend = new boolean[rows];
		this.twoInThree = new boolean[rows];
		this.shift = new boolean[rows];
		markTrends();
		markTwoInThree();
		markShifts();
	}

	Side side(int row) {
		return this.sides[row];
	}

	Zone zone(int row) {
		return this.zones[row];
	}

	/** The first rule that fired, whether it points to better or to worse. */
	SpecialCause cause(int row) {
		boolean above = this.sides[row] == Side.ABOVE_MEAN;
		if (this.zones[row] == Zone.OUTSIDE_LIMITS) {
			return above ? SpecialCause.ABOVE_UPPER_LIMIT : SpecialCause.BELOW_LOWER_LIMIT;
		}
		if (this.trend[row]) {
			return rises(row) ? SpecialCause.TREND_INCREASING : SpecialCause.TREND_DECREASING;
		}
		if (this.twoInThree[row]) {
			return above ? SpecialCause.TWO_IN_THREE_ABOVE_MEAN : SpecialCause.TWO_IN_THREE_BELOW_MEAN;
		}
		if (this.shift[row]) {
			return above ? SpecialCause.SHIFT_ABOVE_MEAN : SpecialCause.SHIFT_BELOW_MEAN;
		}
		return SpecialCause.COMMON_CAUSE;
	}

	/**
	 * The direction of a point of a trend is that of the step out of it while the next
	 * point is part of a trend too, even of another one; else of the step into it.
	 */
	private boolean rises(int row) {
		boolean trendGoesOn = row + 1 < this.trend.length && this.trend[row + 1];
		return step(trendGoesOn ? row + 1 : row) > 0;
	}

	private void markTrends() {
		int direction = 0;
		int points = 1;
		for (int i = 1; i < this.values.length; i++) {
			int step = step(i);
			points = (step == direction) ? points + 1 : 2;
			direction = step;
			if (direction != 0 && points >= RUN) {
				Arrays.fill(this.trend, i - RUN + 1, i + 1, true);
			}
		}
	}

	/** Sign of the step to this row from the one before; 0 when equal or unknown. */
	private int step(int row) {
		if (this.values[row] > this.values[row - 1]) {
			return 1;
		}
		return (this.values[row] < this.values[row - 1]) ? -1 : 0;
	}

	private void markTwoInThree() {
		for (int i = 2; i < this.sides.length; i++) {
			if (this.sides[i] == this.sides[i - 1] && this.sides[i] == this.sides[i - 2]) {
				markIfTwoAreClose(i - 2);
			}
		}
	}

	/** A point on the mean is never close, so the three lie above or below it. */
	private void markIfTwoAreClose(int first) {
		int close = 0;
		for (int i = first; i < first + 3; i++) {
			close += (this.zones[i] == Zone.CLOSE_TO_LIMITS) ? 1 : 0;
		}
		if (close >= 2) {
			for (int i = first; i < first + 3; i++) {
				this.twoInThree[i] |= this.zones[i] == Zone.CLOSE_TO_LIMITS;
			}
		}
	}

	private void markShifts() {
		int points = 0;
		for (int i = 0; i < this.sides.length; i++) {
			points = (i > 0 && this.sides[i] == this.sides[i - 1]) ? points + 1 : 1;
			if (hasSide(i) && points >= RUN) {
				Arrays.fill(this.shift, i - RUN + 1, i + 1, true);
			}
		}
	}

	private boolean hasSide(int row) {
		return this.sides[row] == Side.ABOVE_MEAN || this.sides[row] == Side.BELOW_MEAN;
	}

}

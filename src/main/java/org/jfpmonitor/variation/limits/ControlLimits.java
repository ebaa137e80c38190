package org.jfpmonitor.variation.limits;

import org.jspecify.annotations.Nullable;

/**
 * Mean, process limits ("3 sigma") and near limits ("2 sigma") of one rebase group, in
 * the unit of the series. They are never cut off at zero or at 100 %.
 *
 * @param mean the mean of the baseline, correctly rounded; null when it has no value
 * @param lower the lower process limit (LPL); the four limits are null together, when no
 * moving range is left to take them from: a single value, or a constant series while
 * screening is on. Where they are shown, one that lies beyond what the measure can be is
 * null alone
 * @param upper the upper process limit (UPL)
 * @param nearLower two thirds of the way from the mean to the lower limit
 * @param nearUpper two thirds of the way from the mean to the upper limit
 */
public record ControlLimits(@Nullable Double mean, @Nullable Double lower, @Nullable Double upper,
		@Nullable Double nearLower, @Nullable Double nearUpper) {

	private static final double PROCESS = 2.66;

	private static final double NEAR = 2 * (2.66 / 3);

	/** A moving range of this many averages or more is an outlier (Nelson, 1982). */
	private static final double OUTLYING = 3.267;

	/** Limits of a group from its first rows; missing values are NaN. */
	public static ControlLimits of(double[] values, int baselineRows, boolean screenOutliers) {
		int rows = Math.min(values.length, baselineRows);
		double[] scratch = new double[rows];
		double mean = ExactMean.of(scratch, keepKnown(values, rows, scratch));
		int count = keepMovingRanges(values, rows, scratch);
		double range = ExactMean.of(scratch, count);
		if (screenOutliers) {
			range = ExactMean.of(scratch, keepBelow(OUTLYING * range, scratch, count));
		}
		return new ControlLimits(known(mean), known(mean - PROCESS * range), known(mean + PROCESS * range),
				known(mean - NEAR * range), known(mean + NEAR * range));
	}

	/**
	 * The same as charts and tables show them: a process limit beyond what the measure
	 * can be is none. Points are judged by the limits as they were calculated.
	 * @param least the least possible value, or null for none
	 * @param greatest the greatest possible value, or null for none
	 */
	public ControlLimits within(@Nullable Double least, @Nullable Double greatest) {
		boolean tooLow = least != null && this.lower != null && this.lower < least;
		boolean tooHigh = greatest != null && this.upper != null && this.upper > greatest;
		return new ControlLimits(this.mean, tooLow ? null : this.lower, tooHigh ? null : this.upper, this.nearLower,
				this.nearUpper);
	}

	public Side sideOf(double value) {
		double mean = number(this.mean);
		if (value > mean) {
			return Side.ABOVE_MEAN;
		}
		if (value < mean) {
			return Side.BELOW_MEAN;
		}
		return (value == mean) ? Side.ON_MEAN : Side.UNKNOWN;
	}

	public Zone zoneOf(double value) {
		if (Double.isNaN(value) || this.lower == null) {
			return Zone.UNKNOWN;
		}
		if (value > number(this.upper) || value < number(this.lower)) {
			return Zone.OUTSIDE_LIMITS;
		}
		if (value > number(this.nearUpper) || value < number(this.nearLower)) {
			return Zone.CLOSE_TO_LIMITS;
		}
		return Zone.WITHIN_NEAR_LIMITS;
	}

	public Assurance assuranceOf(@Nullable Double target, boolean highIsBetter) {
		if (number(target) > number(this.upper)) {
			return highIsBetter ? Assurance.CONSISTENT_FAIL : Assurance.CONSISTENT_PASS;
		}
		if (number(target) < number(this.lower)) {
			return highIsBetter ? Assurance.CONSISTENT_PASS : Assurance.CONSISTENT_FAIL;
		}
		return Assurance.INCONSISTENT;
	}

	private static int keepKnown(double[] values, int rows, double[] kept) {
		int count = 0;
		for (int i = 0; i < rows; i++) {
			if (!Double.isNaN(values[i])) {
				kept[count++] = values[i];
			}
		}
		return count;
	}

	private static int keepMovingRanges(double[] values, int rows, double[] kept) {
		int count = 0;
		for (int i = 1; i < rows; i++) {
			double range = Math.abs(values[i] - values[i - 1]);
			if (!Double.isNaN(range)) {
				kept[count++] = range;
			}
		}
		return count;
	}

	private static int keepBelow(double bound, double[] ranges, int count) {
		int kept = 0;
		for (int i = 0; i < count; i++) {
			if (ranges[i] < bound) {
				ranges[kept++] = ranges[i];
			}
		}
		return kept;
	}

	private static @Nullable Double known(double number) {
		return Double.isNaN(number) ? null : number;
	}

	private static double number(@Nullable Double known) {
		return (known != null) ? known : Double.NaN;
	}

}

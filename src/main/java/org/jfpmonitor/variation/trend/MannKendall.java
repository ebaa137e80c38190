package org.jfpmonitor.variation.trend;

import java.util.Arrays;

/**
 * Whether values that follow one another rise or fall more than chance would make them
 * (H. B. Mann, "Nonparametric tests against trend", Econometrica 13, 1945; M. G. Kendall,
 * "Rank Correlation Methods", 1948).
 *
 * @param score number of pairs that rise less number of pairs that fall
 * @param variance of the score when there is no trend, equal values allowed for
 */
record MannKendall(int score, double variance) {

	/** The normal deviate that chance passes once in twenty, upwards or downwards. */
	private static final double ONE_IN_TWENTY = 1.645;

	static MannKendall of(double[] values) {
		int score = 0;
		for (int i = 0; i < values.length; i++) {
			for (int j = i + 1; j < values.length; j++) {
				score += Integer.signum(Double.compare(values[j], values[i]));
			}
		}
		return new MannKendall(score, (spread(values.length) - spreadOfTies(values)) / 18);
	}

	/** The score is one nearer to zero for continuity: it moves in steps of two. */
	boolean beyondChance() {
		return Math.abs(this.score) - 1 > ONE_IN_TWENTY * Math.sqrt(this.variance);
	}

	private static double spreadOfTies(double[] values) {
		double[] sorted = values.clone();
		Arrays.sort(sorted);
		double spread = 0;
		int equal = 1;
		for (int i = 1; i <= sorted.length; i++) {
			if (i < sorted.length && sorted[i] == sorted[i - 1]) {
				equal++;
			}
			else {
				spread += spread(equal);
				equal = 1;
			}
		}
		return spread;
	}

	private static double spread(double count) {
		return count * (count - 1) * (2 * count + 5);
	}

}

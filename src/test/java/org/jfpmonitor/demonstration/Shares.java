package org.jfpmonitor.demonstration;

import java.util.Arrays;

/** Splits whole numbers into whole parts that add up to them. */
final class Shares {

	private Shares() {
	}

	/**
	 * Parts in proportion to the weights; what rounding leaves over goes to the parts
	 * that lost most by it, the earlier first.
	 */
	static int[] split(int total, int... weights) {
		long sum = Arrays.stream(weights).asLongStream().sum();
		int[] parts = new int[weights.length];
		long[] lost = new long[weights.length];
		int left = total;
		for (int i = 0; i < weights.length; i++) {
			long exact = (long) total * weights[i];
			parts[i] = (int) (exact / sum);
			lost[i] = exact % sum;
			left -= parts[i];
		}
		for (; left > 0; left--) {
			int most = 0;
			for (int i = 1; i < lost.length; i++) {
				most = (lost[i] > lost[most]) ? i : most;
			}
			parts[most]++;
			lost[most] = -1;
		}
		return parts;
	}

	/** Falling weights for bands of waiting time: many short waits, few long ones. */
	static int[] falling(int bands) {
		int[] weights = new int[bands];
		for (int i = 0; i < bands; i++) {
			weights[i] = 1000 / (i + 3);
		}
		return weights;
	}

	/** Thousandths of a number, rounded half up. */
	static int perMille(int total, int thousandths) {
		return (int) (((long) total * thousandths + 500) / 1000);
	}

}

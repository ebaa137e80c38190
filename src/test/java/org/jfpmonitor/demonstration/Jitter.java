package org.jfpmonitor.demonstration;

import java.util.Random;

/** Small chance variation that is the same in every run. */
final class Jitter {

	private static final long SEED = 20_250_331;

	private final Random random;

	/** Chance of its own for each source, so that a change of one leaves the others. */
	Jitter(String source) {
		this.random = new Random(SEED + source.hashCode());
	}

	/** A number within so many thousandths of the value, either way. */
	int around(int value, int thousandths) {
		int reach = Math.max(1, (int) ((long) value * thousandths / 1000));
		return value - reach + this.random.nextInt(2 * reach + 1);
	}

	/** Each of the numbers varied. */
	int[] around(int[] values, int thousandths) {
		int[] varied = new int[values.length];
		for (int i = 0; i < values.length; i++) {
			varied[i] = around(values[i], thousandths);
		}
		return varied;
	}

}

package org.jfpmonitor.extract.person;

import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.jfpmonitor.progress.NhsNumbers;

/**
 * Counts NHS numbers in the columns of a table, alone in their fields or among words. One
 * number of ten digits in eleven passes for one, so a column holds them when two
 * different fields and most of its fields do.
 */
public final class NhsNumberColumns {

	private static final int SEVERAL = 2;

	private final int[] filled;

	private final int[] numbers;

	private final String[] last;

	/** Nothing is counted yet. */
	public NhsNumberColumns(int width) {
		this.filled = new int[width];
		this.numbers = new int[width];
		this.last = new String[width];
	}

	/** Counts a line with at least as many fields as there are columns. */
	public void take(String[] fields) {
		for (int i = 0; i < this.filled.length; i++) {
			String field = fields[i];
			if (!field.isEmpty() && !field.equals(this.last[i])) {
				this.last[i] = field;
				this.filled[i]++;
				if (NhsNumbers.areIn(field)) {
					this.numbers[i]++;
				}
			}
		}
	}

	/** The first column that holds them, counting from 0; empty for none. */
	public OptionalInt first() {
		return IntStream.range(0, this.filled.length)
			.filter((i) -> this.numbers[i] >= SEVERAL && this.numbers[i] > this.filled[i] / 2)
			.findFirst();
	}

}

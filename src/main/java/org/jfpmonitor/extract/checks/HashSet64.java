package org.jfpmonitor.extract.checks;

import java.util.HashSet;

/**
 * A set of 64-bit hashes in at most {@link #MOST_BYTES_EACH} bytes each, where a
 * {@code HashSet} takes 60. It lies in many small tables, so that one of them grows at a
 * time.
 */
final class HashSet64 {

	/** Right after growing, when three places of eight are taken. */
	static final int MOST_BYTES_EACH = 22;

	private static final int TABLES = 1 << 10;

	private final long[][] tables = new long[TABLES][8];

	private final int[] sizes = new int[TABLES];

	private long size;

	/** Whether the hash is new; zero counts as one. */
	boolean add(long hash) {
		long wanted = (hash != 0) ? hash : 1;
		int number = (int) (wanted >>> 54);
		if (!put(this.tables[number], wanted)) {
			return false;
		}
		this.size++;
		if (++this.sizes[number] * 4 > this.tables[number].length * 3) {
			grow(number);
		}
		return true;
	}

	long size() {
		return this.size;
	}

	private void grow(int number) {
		long[] grown = new long[this.tables[number].length * 2];
		for (long each : this.tables[number]) {
			if (each != 0) {
				put(grown, each);
			}
		}
		this.tables[number] = grown;
	}

	private static boolean put(long[] table, long wanted) {
		int at = (int) wanted & (table.length - 1);
		while (table[at] != 0) {
			if (table[at] == wanted) {
				return false;
			}
			at = (at + 1) & (table.length - 1);
		}
		table[at] = wanted;
		return true;
	}

}

package org.jfpmonitor.extract.checks;

import java.util.Arrays;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.FileCheck;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.ColumnFinder;

/**
 * Whether every line has a key of its own. Only a 128-bit hash of each key is kept, so
 * that two million lines fit into memory and nobody's row is held.
 */
final class UniqueCheck {

	private static final int MOST_KEYS = 4_000_000;

	private final FileCheck.Unique check;

	private final ColumnFinder finder;

	private final Warnings warnings;

	private final int[] positions;

	private long[] high = new long[1 << 12];

	private long[] low = new long[1 << 12];

	private int size;

	UniqueCheck(FileCheck.Unique check, ColumnFinder finder, Warnings warnings) {
		this.check = check;
		this.finder = finder;
		this.warnings = warnings;
		this.positions = check.key().stream().mapToInt(finder::position).toArray();
	}

	boolean isMet(String[] row, long line, Rejects rejects) {
		long one = 0x9E3779B97F4A7C15L;
		long other = 0xC2B2AE3D27D4EB4FL;
		for (int position : this.positions) {
			String field = row[position];
			for (int i = 0; i < field.length(); i++) {
				one = (one ^ field.charAt(i)) * 0x100000001B3L;
				other = Long.rotateLeft(other ^ field.charAt(i) * 0x87C37B91114253D5L, 31) * 0x4CF5AD432745937FL;
			}
			one = Long.rotateLeft(one, 27) + 0x52DCE729L;
			other = Long.rotateLeft(other, 33) + 0x38495AB5L;
		}
		if (this.size >= MOST_KEYS || add(one, (other == 0) ? 1 : other)) {
			return true;
		}
		int position = this.positions[0];
		Column column = this.finder.column(this.check.key().get(0));
		if (this.check.then() == FileCheck.Then.WARN) {
			this.warnings.add("Line " + line + ", column \"" + this.finder.header().name(position)
					+ "\": expected a line of its own for each key, found a second one.");
			return true;
		}
		rejects.field(line, RejectCode.DUPLICATE_KEY, column, position, row[position],
				"a line of its own for each key; an earlier line has this one");
		return false;
	}

	private boolean add(long one, long other) {
		if (this.size * 2 > this.low.length) {
			grow();
		}
		return put(one, other);
	}

	private boolean put(long one, long other) {
		int mask = this.low.length - 1;
		int at = (int) (one ^ (one >>> 32)) & mask;
		while (this.low[at] != 0) {
			if (this.low[at] == other && this.high[at] == one) {
				return false;
			}
			at = (at + 1) & mask;
		}
		this.high[at] = one;
		this.low[at] = other;
		this.size++;
		return true;
	}

	private void grow() {
		long[] oldHigh = this.high;
		long[] oldLow = this.low;
		this.high = new long[oldHigh.length * 2];
		this.low = new long[oldLow.length * 2];
		this.size = 0;
		for (int i = 0; i < oldLow.length; i++) {
			if (oldLow[i] != 0) {
				put(oldHigh[i], oldLow[i]);
			}
		}
		Arrays.fill(oldLow, 0);
	}

}

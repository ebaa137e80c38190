package org.jfpmonitor.extract.figures;

import java.util.List;

import org.jfpmonitor.extract.figures.FigurePlan.Part;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.row.Numbers;
import org.jfpmonitor.extract.row.RowTests;

/**
 * Which terms of which figures the current row counts towards, and its numbers for them.
 * Asked for every row, so everything lies in arrays.
 */
final class Hits {

	private final Part[] parts;

	/** For each term the bit of its figure. */
	private final long[] figureBits;

	private final Numbers numbers;

	private final RowTests tests;

	private final boolean[] hits;

	/** The slot of a number that a condition could not compare, or -1. */
	private int doubtful;

	Hits(List<FigurePlan> figures, Numbers numbers, RowTests tests) {
		this.parts = figures.stream().flatMap((figure) -> figure.parts().stream()).toArray(Part[]::new);
		this.figureBits = figures.stream()
			.flatMapToLong((figure) -> figure.parts().stream().mapToLong((part) -> figure.bit()))
			.toArray();
		this.numbers = numbers;
		this.tests = tests;
		this.hits = new boolean[this.parts.length];
	}

	/** Turns to the next row: the figures it counts towards, one bit each. */
	long turn() {
		long figuresHit = 0;
		this.doubtful = -1;
		for (int i = 0; i < this.parts.length; i++) {
			boolean met = this.tests.areMet(this.parts[i].tested()) || isInDoubt(this.parts[i]);
			this.hits[i] = met;
			figuresHit |= met ? this.figureBits[i] : 0;
		}
		return figuresHit;
	}

	private boolean isInDoubt(Part part) {
		int slot = this.tests.faultyNumber(part.tested());
		this.doubtful = Math.max(this.doubtful, slot);
		return slot >= 0;
	}

	/** Whether the row counts towards the term. */
	boolean has(Part part) {
		return this.hits[part.accumulator()];
	}

	/**
	 * Whether all numbers that the figures need are numbers; those that are not are taken
	 * down.
	 */
	boolean areNumbers(long taken, long line, Rejects rejects) {
		boolean sound = this.doubtful < 0;
		if (!sound) {
			this.numbers.reject(this.doubtful, line, rejects);
		}
		for (int i = 0; i < this.parts.length; i++) {
			if (this.hits[i] && (taken & this.figureBits[i]) != 0) {
				for (int slot : this.parts[i].slots()) {
					if (this.numbers.read(slot) == Numbers.FAULTY) {
						this.numbers.reject(slot, line, rejects);
						sound = false;
					}
				}
			}
		}
		return sound;
	}

	/** Adds the row to what the figures have come to. */
	void add(LevelPlan.Cell cell, long taken, long line) {
		for (int i = 0; i < this.parts.length; i++) {
			if (this.hits[i] && (taken & this.figureBits[i]) != 0) {
				add(cell.accumulator(i), this.parts[i].slots());
			}
		}
		cell.line(taken, line);
	}

	private void add(Accumulator accumulator, int[] slots) {
		accumulator.row();
		for (int slot : slots) {
			switch (this.numbers.read(slot)) {
				case Numbers.WHOLE -> accumulator.whole(this.numbers.whole(slot));
				case Numbers.EXACT -> accumulator.exact(this.numbers.exact(slot));
				default -> accumulator.mark(this.numbers.marker(slot));
			}
		}
	}

}

package org.jfpmonitor.intake.extract;

import java.util.List;

import org.jfpmonitor.intake.extract.FigurePlan.Part;

/**
 * Which terms of which figures the current row counts towards, and its numbers for them.
 */
final class Hits {

	private final List<FigurePlan> figures;

	private final Numbers numbers;

	private final RowTests tests;

	private final boolean[] hits;

	/** The slot of a number that a condition could not compare, or -1. */
	private int doubtful;

	Hits(List<FigurePlan> figures, Numbers numbers, RowTests tests) {
		this.figures = figures;
		this.numbers = numbers;
		this.tests = tests;
		this.hits = new boolean[figures.stream().mapToInt((figure) -> figure.parts().size()).sum()];
	}

	/** Turns to the next row: the figures it counts towards, one bit each. */
	long turn() {
		long figuresHit = 0;
		this.doubtful = -1;
		for (FigurePlan figure : this.figures) {
			for (Part part : figure.parts()) {
				boolean met = this.tests.areMet(part.tested()) || isInDoubt(part);
				this.hits[part.accumulator()] = met;
				figuresHit |= met ? figure.bit() : 0;
			}
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
		for (FigurePlan figure : this.figures) {
			if ((taken & figure.bit()) != 0) {
				for (Part part : figure.parts()) {
					sound &= !has(part) || areNumbers(part.slots(), line, rejects);
				}
			}
		}
		return sound;
	}

	private boolean areNumbers(int[] slots, long line, Rejects rejects) {
		boolean sound = true;
		for (int slot : slots) {
			if (this.numbers.read(slot) == Numbers.FAULTY) {
				this.numbers.reject(slot, line, rejects);
				sound = false;
			}
		}
		return sound;
	}

	/** Adds the row to what the figures have come to. */
	void add(LevelPlan.Cell cell, long taken, long line) {
		for (FigurePlan figure : this.figures) {
			if ((taken & figure.bit()) != 0) {
				for (Part part : figure.parts()) {
					if (has(part)) {
						add(cell.accumulator(part), part.slots());
					}
				}
				cell.line(figure.number(), line);
			}
		}
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

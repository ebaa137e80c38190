package org.jfpmonitor.intake.extract;

import java.util.Arrays;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.intake.extract.PeriodTable.Found;

/** Which figures a row's period fits, one bit each; worked out once for each period. */
final class PeriodFit {

	private final List<FigurePlan> figures;

	private long[] known = {};

	private long[] taken = {};

	private long[] ofOtherLength = {};

	PeriodFit(List<FigurePlan> figures) {
		this.figures = figures;
	}

	/** The figures that take the period. */
	long taken(Found period) {
		int index = index(period);
		return this.taken[index];
	}

	/** The figures whose measure has periods of another length. */
	long ofOtherLength(Found period) {
		int index = index(period);
		return this.ofOtherLength[index];
	}

	/** What the first such figure expects. */
	String expected(Found period, long wanted) {
		long wrong = wanted & ofOtherLength(period);
		FigurePlan figure = this.figures.get(Long.numberOfTrailingZeros(wrong));
		return "a " + figure.measure().cadence().word() + " period, as measure " + figure.measure().id() + " has";
	}

	/** A period can be written as one month in one row and as three in another. */
	private int index(Found period) {
		int index = period.number() * 2 + ((period.months() == 1) ? 1 : 0);
		if (index >= this.known.length) {
			int size = Math.max(index + 1, this.known.length * 2);
			this.known = Arrays.copyOf(this.known, size);
			this.taken = Arrays.copyOf(this.taken, size);
			this.ofOtherLength = Arrays.copyOf(this.ofOtherLength, size);
		}
		if (this.known[index] != period.months() + 1) {
			this.known[index] = period.months() + 1L;
			this.taken[index] = 0;
			this.ofOtherLength[index] = 0;
			this.figures.forEach((figure) -> judge(figure, period, index));
		}
		return index;
	}

	private void judge(FigurePlan figure, Found found, int index) {
		Period period = found.get();
		int months = figure.rule().months();
		if (months > 0 && months != found.months()) {
			return;
		}
		boolean fits = figure.measure().cadence().periodOf(period.lastDay()).equals(period);
		this.taken[index] |= fits ? figure.bit() : 0;
		this.ofOtherLength[index] |= fits ? 0 : figure.bit();
	}

}

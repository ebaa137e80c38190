package org.jfpmonitor.extract.figures;

import java.util.Arrays;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.figures.PeriodTable.Found;

/** Which figures a row's period fits, one bit each; worked out once for each period. */
final class PeriodFit {

	private final List<FigurePlan> figures;

	private long[] taken = {};

	private long[] ofOtherLength = {};

	private boolean[] judged = {};

	PeriodFit(List<FigurePlan> figures) {
		this.figures = figures;
	}

	/** The figures that take the period. */
	long taken(Found period) {
		judge(period);
		return this.taken[period.way()];
	}

	/** The figures whose measure has periods of another length. */
	long ofOtherLength(Found period) {
		judge(period);
		return this.ofOtherLength[period.way()];
	}

	/** What the first such figure expects. */
	String expected(Found period, long wanted) {
		long wrong = wanted & ofOtherLength(period);
		FigurePlan figure = this.figures.get(Long.numberOfTrailingZeros(wrong));
		return "a " + figure.measure().cadence().word() + " period, as measure " + figure.measure().id() + " has";
	}

	private void judge(Found period) {
		int way = period.way();
		if (way < this.judged.length && this.judged[way]) {
			return;
		}
		if (way >= this.judged.length) {
			int size = Math.max(way + 1, this.judged.length * 2);
			this.taken = Arrays.copyOf(this.taken, size);
			this.ofOtherLength = Arrays.copyOf(this.ofOtherLength, size);
			this.judged = Arrays.copyOf(this.judged, size);
		}
		this.judged[way] = way < PeriodTable.MOST_REMEMBERED;
		this.taken[way] = 0;
		this.ofOtherLength[way] = 0;
		this.figures.forEach((figure) -> judge(figure, period, way));
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

package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.util.List;

import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.target.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Sums from the first period up to each, so that the totals of any span of periods are
 * the difference of two of them.
 */
final class RunningTotals {

	private final BigDecimal[] values;

	private final BigDecimal[] numerators;

	private final BigDecimal[] denominators;

	private final int[] valued;

	private final int[] withParts;

	private final int[] empty;

	private final int[] estimated;

	RunningTotals(List<PeriodFigure> periods) {
		int places = periods.size() + 1;
		this.values = new BigDecimal[places];
		this.numerators = new BigDecimal[places];
		this.denominators = new BigDecimal[places];
		this.valued = new int[places];
		this.withParts = new int[places];
		this.empty = new int[places];
		this.estimated = new int[places];
		this.values[0] = BigDecimal.ZERO;
		this.numerators[0] = BigDecimal.ZERO;
		this.denominators[0] = BigDecimal.ZERO;
		for (int i = 1; i < places; i++) {
			PeriodFigure period = periods.get(i - 1);
			add(i, (period.hasValue() || period.addsNothing()) ? period.figure() : null);
		}
	}

	/**
	 * Whether every place of the span has what is to be combined; both ends belong to it.
	 * Nothing out of nothing adds nothing to a ratio of sums, and does not stand in its
	 * way.
	 */
	boolean areComplete(int first, int last, Basis.Combined combined) {
		if (first < 0) {
			return false;
		}
		int empty = (combined == Basis.Combined.RATIO) ? this.empty[last + 1] - this.empty[first] : 0;
		return this.valued[last + 1] - this.valued[first] + empty == last - first + 1;
	}

	/** The totals of a span that is complete; both ends belong to it. */
	Totals between(int first, int last) {
		int count = last - first + 1;
		boolean parts = this.withParts[last + 1] - this.withParts[first] == count;
		return new Totals(count, this.values[last + 1].subtract(this.values[first]),
				parts ? this.numerators[last + 1].subtract(this.numerators[first]) : null,
				parts ? this.denominators[last + 1].subtract(this.denominators[first]) : null,
				this.estimated[last + 1] > this.estimated[first]);
	}

	private void add(int place, @Nullable Figure figure) {
		BigDecimal numerator = (figure != null) ? figure.numerator() : null;
		BigDecimal denominator = (figure != null) ? figure.denominator() : null;
		boolean parts = numerator != null && denominator != null;
		boolean estimate = figure != null && figure.mark() == Figure.Mark.ESTIMATED;
		this.values[place] = plus(this.values[place - 1], (figure != null) ? figure.value() : null);
		this.numerators[place] = plus(this.numerators[place - 1], parts ? numerator : null);
		this.denominators[place] = plus(this.denominators[place - 1], parts ? denominator : null);
		boolean valued = figure != null && figure.value() != null;
		this.valued[place] = this.valued[place - 1] + (valued ? 1 : 0);
		this.empty[place] = this.empty[place - 1] + ((figure != null && !valued) ? 1 : 0);
		this.withParts[place] = this.withParts[place - 1] + (parts ? 1 : 0);
		this.estimated[place] = this.estimated[place - 1] + (estimate ? 1 : 0);
	}

	private static BigDecimal plus(BigDecimal sum, @Nullable BigDecimal part) {
		return (part != null) ? sum.add(part) : sum;
	}

}

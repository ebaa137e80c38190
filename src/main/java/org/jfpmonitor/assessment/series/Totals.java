package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Basis;
import org.jspecify.annotations.Nullable;

/**
 * The sums of several figures, from which one figure is made. Shares are only ever the
 * sum of numerators over the sum of denominators; the mean of percentages does not occur.
 *
 * @param count how many figures
 * @param values the sum of their values
 * @param numerators the sum of their numerators, or null when one has none
 * @param denominators the sum of their denominators, or null when one has none
 * @param estimated whether one of them is an estimate, which makes the whole one
 */
record Totals(int count, BigDecimal values, @Nullable BigDecimal numerators, @Nullable BigDecimal denominators,
		boolean estimated) {

	/** Values of more digits than this come from a division. */
	private static final int EXACT_DIGITS = 20;

	static Totals of(List<Figure> figures) {
		BigDecimal values = BigDecimal.ZERO;
		BigDecimal numerators = BigDecimal.ZERO;
		BigDecimal denominators = BigDecimal.ZERO;
		boolean estimated = false;
		for (Figure figure : figures) {
			BigDecimal value = figure.value();
			values = (value != null) ? values.add(value) : values;
			numerators = plus(numerators, figure.numerator());
			denominators = plus(denominators, figure.denominator());
			estimated |= figure.mark() == Figure.Mark.ESTIMATED;
		}
		return new Totals(figures.size(), values, numerators, denominators, estimated);
	}

	/**
	 * How the figures of several organisations become one: counts and money are summed,
	 * everything else is a ratio of sums.
	 */
	static Basis.Combined ofOrganisations(Unit unit) {
		return (unit == Unit.COUNT || unit == Unit.GBP) ? Basis.Combined.SUM : Basis.Combined.RATIO;
	}

	/**
	 * The figure that they make together.
	 * @return null when numerators or denominators are missing that it would need
	 */
	@Nullable Figure as(Basis.Combined combined) {
		return switch (combined) {
			case SUM -> new Figure(this.values, null, null, mark());
			case MEAN -> new Figure(mean(), null, null, mark());
			case RATIO -> ratio();
		};
	}

	/**
	 * Whether that figure is there and as good as the value. Many periods are asked this,
	 * so a value as people write it is multiplied rather than the sums divided.
	 */
	boolean meet(BigDecimal value, Basis.Combined combined, Direction direction) {
		if (combined == Basis.Combined.SUM || isOneShareAlone()) {
			return direction.meets(this.values, value);
		}
		BigDecimal above = (combined == Basis.Combined.RATIO) ? this.numerators : this.values;
		BigDecimal below = (combined == Basis.Combined.RATIO) ? this.denominators : BigDecimal.valueOf(this.count);
		if (above == null || below == null || below.signum() == 0) {
			return false;
		}
		return (value.precision() <= EXACT_DIGITS && below.signum() > 0) ? direction.meets(above, value.multiply(below))
				: direction.meets(above.divide(below, MathContext.DECIMAL128), value);
	}

	private BigDecimal mean() {
		return this.values.divide(BigDecimal.valueOf(this.count), MathContext.DECIMAL128);
	}

	/** Whether there is nothing to add up, so that a share needs no parts. */
	private boolean isOneShareAlone() {
		return this.count == 1 && (this.numerators == null || this.denominators == null);
	}

	private @Nullable Figure ratio() {
		if (isOneShareAlone()) {
			return new Figure(this.values, null, null, mark());
		}
		if (this.numerators == null || this.denominators == null) {
			return null;
		}
		Figure ratio = Figure.ratio(this.numerators, this.denominators);
		return (ratio.value() != null) ? new Figure(ratio.value(), ratio.numerator(), ratio.denominator(), mark())
				: ratio;
	}

	private Figure.Mark mark() {
		return this.estimated ? Figure.Mark.ESTIMATED : Figure.Mark.NONE;
	}

	private static @Nullable BigDecimal plus(@Nullable BigDecimal sum, @Nullable BigDecimal part) {
		return (sum != null && part != null) ? sum.add(part) : null;
	}

}

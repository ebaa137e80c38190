package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Basis;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * How several figures become one. Shares are only ever the sum of numerators over the sum
 * of denominators; the mean of percentages does not occur.
 */
final class Combination {

	private Combination() {
	}

	/**
	 * The figure of several organisations for one period: counts and money are summed,
	 * everything else is a ratio of sums.
	 * @return null when numerators or denominators are missing that it would need
	 */
	static @Nullable Figure ofOrganisations(Unit unit, List<Figure> valued) {
		boolean additive = unit == Unit.COUNT || unit == Unit.GBP;
		return additive ? sum(valued) : ratio(valued);
	}

	/**
	 * The figure of several periods.
	 * @return null when numerators or denominators are missing that it would need
	 */
	static @Nullable Figure ofPeriods(Basis.Combined combined, List<Figure> valued) {
		return switch (combined) {
			case RATIO -> ratio(valued);
			case SUM -> sum(valued);
			case MEAN -> mean(valued);
		};
	}

	private static Figure sum(List<Figure> valued) {
		return new Figure(total(valued, Figure::value), null, null, markOf(valued));
	}

	private static Figure mean(List<Figure> valued) {
		BigDecimal count = BigDecimal.valueOf(valued.size());
		return new Figure(total(valued, Figure::value).divide(count, MathContext.DECIMAL128), null, null,
				markOf(valued));
	}

	private static @Nullable Figure ratio(List<Figure> valued) {
		if (valued.stream().anyMatch((each) -> each.numerator() == null || each.denominator() == null)) {
			return null;
		}
		Figure ratio = Figure.ratio(total(valued, Figure::numerator), total(valued, Figure::denominator));
		return (ratio.value() != null)
				? new Figure(ratio.value(), ratio.numerator(), ratio.denominator(), markOf(valued)) : ratio;
	}

	private static BigDecimal total(Collection<Figure> figures, Function<Figure, @Nullable BigDecimal> part) {
		BigDecimal total = BigDecimal.ZERO;
		for (Figure figure : figures) {
			total = total.add(Objects.requireNonNull(part.apply(figure)));
		}
		return total;
	}

	/** A sum with an estimate in it is an estimate. */
	private static Figure.Mark markOf(List<Figure> valued) {
		return valued.stream().anyMatch((each) -> each.mark() == Figure.Mark.ESTIMATED) ? Figure.Mark.ESTIMATED
				: Figure.Mark.NONE;
	}

}

package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jfpmonitor.assessment.words.ChartPhrases;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.plan.ChartSettings.Rebase;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.ControlChartSettings;
import org.jfpmonitor.variation.ImprovementDirection;
import org.jfpmonitor.variation.Point;
import org.jfpmonitor.variation.limits.Assurance;
import org.jspecify.annotations.Nullable;

/**
 * The control charts of measures: the figures of single periods, whatever the basis of
 * the target, because sums over several periods hide from a chart what each of them did.
 */
public final class MeasureCharts {

	private MeasureCharts() {
	}

	/**
	 * The chart of one organisation's figures.
	 * @param measure says which way is better and how the chart is drawn
	 * @param series the figures as known on the day that is asked about
	 * @param asOf periods that end later are left out
	 * @param required what is required of a period, in base units; the latest one is held
	 * against the current limits
	 * @return empty when there is no figure
	 */
	public static Optional<MeasureChart> chart(Measure measure, Series series, LocalDate asOf,
			Function<Period, Optional<BigDecimal>> required) {
		return chart(measure, FigureHistory.of(measure, List.of(series), asOf).periods(), required);
	}

	static Optional<MeasureChart> chart(Measure measure, List<PeriodFigure> figures,
			Function<Period, Optional<BigDecimal>> required) {
		return control(measure, figures, required).map((chart) -> {
			Optional<Assurance> assurance = chart.assurance();
			return new MeasureChart(chart, chart.variation().code(), chart.variationIcon().code(),
					ChartPhrases.variation(chart), assurance.map(Assurance::code).orElse(null),
					assurance.map(Assurance::iconCode).orElse(null), ChartPhrases.assurance(assurance.orElse(null)),
					ChartPhrases.shortSeries(chart), effective(measure.chart().rebases(), figures));
		});
	}

	/** The chart alone; empty when no period has a value. */
	public static Optional<ControlChart> control(Measure measure, List<PeriodFigure> figures,
			Function<Period, Optional<BigDecimal>> required) {
		if (figures.stream().noneMatch(PeriodFigure::hasValue)) {
			return Optional.empty();
		}
		boolean comparable = isComparable(measure.target());
		List<Point> points = new ArrayList<>(figures.size());
		for (PeriodFigure figure : figures) {
			Double target = comparable ? required.apply(figure.slot()).map(BigDecimal::doubleValue).orElse(null) : null;
			points.add(point(figure, target));
		}
		return Optional.of(ControlChart.of(points, settings(measure, figures)));
	}

	/** The point of a figure; a figure without a value keeps its place. */
	public static Point point(PeriodFigure figure, @Nullable Double target) {
		return new Point(figure.slot().lastDay(), figure.hasValue() ? figure.value().doubleValue() : null, target);
	}

	/** The place at which the current limits begin: that of the last rebase, or 0. */
	public static int startOfCurrentLimits(Measure measure, List<PeriodFigure> figures) {
		return measure.chart().rebases().stream().mapToInt((each) -> place(each, figures)).max().orElse(0);
	}

	/** What is asked of a sum over periods cannot be held against single periods. */
	private static boolean isComparable(@Nullable Target target) {
		if (target == null) {
			return false;
		}
		Basis basis = target.basis();
		return basis.isOfOnePeriod() || basis.combined() != Basis.Combined.SUM;
	}

	private static ControlChartSettings settings(Measure measure, List<PeriodFigure> figures) {
		List<LocalDate> rebases = effective(measure.chart().rebases(), figures).stream()
			.map((each) -> figures.get(place(each, figures)).slot().lastDay())
			.toList();
		return new ControlChartSettings(
				(measure.direction() == Direction.HIGHER) ? ImprovementDirection.INCREASE
						: ImprovementDirection.DECREASE,
				rebases, measure.chart().fixAfter(), measure.chart().screenOutliers());
	}

	private static List<Rebase> effective(List<Rebase> rebases, List<PeriodFigure> figures) {
		return rebases.stream().filter((each) -> place(each, figures) > 0).toList();
	}

	/**
	 * The first period that ends on or after the day of the rebase; 0 when that is the
	 * first or there is none yet, so that nothing starts afresh.
	 */
	private static int place(Rebase rebase, List<PeriodFigure> figures) {
		for (int i = 0; i < figures.size(); i++) {
			if (!figures.get(i).slot().lastDay().isBefore(rebase.from())) {
				return i;
			}
		}
		return 0;
	}

}

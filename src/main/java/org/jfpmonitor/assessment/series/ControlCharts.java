package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.plan.ChartSettings.Rebase;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.ControlChartSettings;
import org.jfpmonitor.variation.ImprovementDirection;
import org.jfpmonitor.variation.Point;
import org.jspecify.annotations.Nullable;

/**
 * The control charts of measures: the figures of single periods, whatever the basis of
 * the target, because sums over several periods hide from a chart what each of them did.
 */
final class ControlCharts {

	private ControlCharts() {
	}

	static ControlChart of(MeasureSeries series) {
		boolean comparable = isComparable(series.measure().target());
		List<Point> points = new ArrayList<>(series.figures().size());
		for (PeriodFigure figure : series.figures()) {
			Double target = comparable
					? series.requiredOf(figure.slot()).map((required) -> required.value().doubleValue()).orElse(null)
					: null;
			points.add(new Point(figure.slot().lastDay(), figure.hasValue() ? figure.value().doubleValue() : null,
					target));
		}
		return ControlChart.of(points, settings(series.measure(), series.figures()));
	}

	/** The place at which the current limits begin: that of the last rebase, or 0. */
	static int startOfCurrentLimits(Measure measure, List<PeriodFigure> figures) {
		return measure.chart().rebases().stream().mapToInt((each) -> place(each, figures)).max().orElse(0);
	}

	/** Those that have figures on both sides. */
	static List<Rebase> effective(List<Rebase> rebases, List<PeriodFigure> figures) {
		return rebases.stream().filter((each) -> place(each, figures) > 0).toList();
	}

	/** What is asked of a sum over periods cannot be held against single periods. */
	static boolean isComparable(@Nullable Target target) {
		return target != null && (target.basis().isOfOnePeriod() || target.basis().combined() != Basis.Combined.SUM);
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

	/**
	 * The points of the chart without a process limit that lies beyond what the measure
	 * can be.
	 */
	static List<ChartPoint> shown(ControlChart chart, Measure measure) {
		Double least = number(measure.least());
		Double greatest = number(measure.greatest());
		return chart.points()
			.stream()
			.map((point) -> point.withLimits(point.limits().within(least, greatest)))
			.toList();
	}

	private static @Nullable Double number(@Nullable BigDecimal value) {
		return (value != null) ? value.doubleValue() : null;
	}

}

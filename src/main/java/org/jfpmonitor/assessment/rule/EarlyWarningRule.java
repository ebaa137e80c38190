package org.jfpmonitor.assessment.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jfpmonitor.assessment.EarlyWarning;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.Point;
import org.jfpmonitor.variation.Signal;
import org.jfpmonitor.variation.trend.Trend;

/**
 * Early warning for a measure that is on track: an adverse special cause at its newest
 * figure, or else a projection that would miss the next dated target. Projected is the
 * robust trend of the last figures, or their middle where they show no trend beyond
 * chance. Small denominators and series that touch their bound give none.
 */
final class EarlyWarningRule {

	private final Measure measure;

	private final Target target;

	private final MeasureSeries series;

	EarlyWarningRule(MeasureSeries series, Target target) {
		this.measure = series.measure();
		this.target = target;
		this.series = series;
	}

	Optional<EarlyWarning> warning() {
		return adverseSignal().or(this::missingTrend);
	}

	private Optional<EarlyWarning> adverseSignal() {
		List<PeriodFigure> periods = this.series.figures();
		int newest = this.series.newest();
		if (isSmall(periods.get(newest)) || touchesBound(lookedAt(newest).mapToObj(periods::get).toList())) {
			return Optional.empty();
		}
		return this.series.chart()
			.flatMap(ControlChart::latestSignal)
			.filter(Signal::adverse)
			.map((signal) -> new EarlyWarning.AdverseSpecialCause(slotOf(signal.since(), periods), signal.cause()));
	}

	private Optional<EarlyWarning> missingTrend() {
		int newest = this.series.newest();
		if (isSmall(this.series.judged(newest))
				|| touchesBound(lookedAt(newest).mapToObj(this.series::judged).toList())) {
			return Optional.empty();
		}
		return missAt(newest).map((miss) -> new EarlyWarning.TrendMissesTarget(firstMissBefore(newest), miss.trend(),
				miss.projected(), miss.target().value(), miss.target().date()));
	}

	/**
	 * The first of the periods up to the place that met what was required and led to a
	 * miss.
	 */
	private Period firstMissBefore(int newest) {
		int start = newest;
		while (start > 0 && this.series.meetsItsRequirement(start - 1) && missAt(start - 1).isPresent()) {
			start--;
		}
		return this.series.judged(start).slot();
	}

	/** What the figures up to the place lead to, if that misses the next dated target. */
	private Optional<Miss> missAt(int place) {
		Period slot = this.series.judged(place).slot();
		DatedValue next = this.series.required().nextAfter(slot.lastDay()).orElse(null);
		if (next == null || startsAfreshBefore(next.date(), slot)) {
			return Optional.empty();
		}
		List<Point> points = lookedAt(place).mapToObj((each) -> point(this.series.judged(each))).toList();
		return Trend.theilSen(points)
			.map((trend) -> trend.beyondChance() ? new Miss(true, withinBounds(trend.valueOn(next.date())), next)
					: new Miss(false, withinBounds(middleOf(points)), next))
			.filter((miss) -> !this.measure.direction().meets(miss.projected(), next.value()));
	}

	/**
	 * The places that a trend looks back on: the last 12 since the limits began, and of a
	 * year to date only those of the same year.
	 */
	private IntStream lookedAt(int place) {
		int first = Math.max(Math.max(0, place - Trend.LAST_POINTS + 1), this.series.startOfCurrentLimits());
		Period slot = this.series.figures().get(place).slot();
		return IntStream.rangeClosed(Math.min(first, place), place)
			.filter((each) -> !startsAfreshBefore(slot.lastDay(), this.series.figures().get(each).slot()));
	}

	/** Whether a figure to date begins again between the period and the later day. */
	private boolean startsAfreshBefore(LocalDate later, Period period) {
		return this.target.basis().span() == Basis.Span.YEAR_TO_DATE
				&& !FinancialYear.of(later).equals(FinancialYear.of(period.lastDay()));
	}

	private boolean isSmall(PeriodFigure figure) {
		BigDecimal denominator = Optional.ofNullable(figure.figure()).map(Figure::denominator).orElse(null);
		return denominator != null && denominator.compareTo(BigDecimal.valueOf(this.measure.smallDenominator())) < 0;
	}

	private boolean touchesBound(List<PeriodFigure> figures) {
		BigDecimal lowest = this.measure.lowest();
		BigDecimal highest = this.measure.highest();
		return figures.stream()
			.filter(PeriodFigure::hasValue)
			.map(PeriodFigure::value)
			.anyMatch((value) -> (lowest != null && value.compareTo(lowest) <= 0)
					|| (highest != null && value.compareTo(highest) >= 0));
	}

	/**
	 * To seven digits, so that a line that leads to the target itself does not miss it by
	 * the rounding of the computer's own numbers.
	 */
	private BigDecimal withinBounds(double projected) {
		BigDecimal value = new BigDecimal(projected).round(MathContext.DECIMAL32);
		BigDecimal lowest = this.measure.least();
		BigDecimal highest = this.measure.greatest();
		if (lowest != null && value.compareTo(lowest) < 0) {
			return lowest;
		}
		return (highest != null && value.compareTo(highest) > 0) ? highest : value;
	}

	private static Point point(PeriodFigure figure) {
		return new Point(figure.slot().lastDay(), figure.hasValue() ? figure.value().doubleValue() : null, null);
	}

	private static double middleOf(List<Point> points) {
		double[] values = points.stream()
			.map(Point::value)
			.filter(Objects::nonNull)
			.mapToDouble(Double::doubleValue)
			.sorted()
			.toArray();
		return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
	}

	private static Period slotOf(LocalDate lastDay, List<PeriodFigure> periods) {
		return periods.stream()
			.map(PeriodFigure::slot)
			.filter((slot) -> slot.lastDay().equals(lastDay))
			.findFirst()
			.orElseThrow();
	}

	/** A target that would be missed, and what the last figures lead to instead. */
	private record Miss(boolean trend, BigDecimal projected, DatedValue target) {

	}

}

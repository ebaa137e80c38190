package org.jfpmonitor.assessment.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jfpmonitor.assessment.EarlyWarning;
import org.jfpmonitor.assessment.series.Course;
import org.jfpmonitor.assessment.series.MeasureCharts;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.words.ChartPhrases;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.variation.Point;
import org.jfpmonitor.variation.Signal;
import org.jfpmonitor.variation.trend.Trend;
import org.jspecify.annotations.Nullable;

/**
 * Early warning for a measure that is on track: an adverse special cause at its newest
 * figure, or else a projection that would miss the next dated target. Projected is the
 * robust trend of the last figures, or their middle where they show no trend beyond
 * chance. Small denominators and series that touch their bound give none.
 */
final class Drift {

	private static final String LINE = "the trend of the last figures (a Theil-Sen line through up to 12) leads to";

	private static final String LEVEL = "the last figures (up to 12) show no trend beyond chance and lead to";

	private final Measure measure;

	private final Course course;

	Drift(Measure measure, Course course) {
		this.measure = measure;
		this.course = course;
	}

	Optional<EarlyWarning> warning() {
		return adverseSignal().or(this::missingTrend);
	}

	private Optional<EarlyWarning> adverseSignal() {
		List<PeriodFigure> periods = this.course.history().periods();
		int newest = this.course.newest();
		if (isSmall(periods.get(newest)) || touchesBound(lookedAt(newest).mapToObj(periods::get).toList())) {
			return Optional.empty();
		}
		return MeasureCharts.control(this.measure, periods, (period) -> Optional.empty())
			.flatMap((chart) -> chart.latestSignal())
			.filter(Signal::adverse)
			.map((signal) -> new EarlyWarning(EarlyWarning.Kind.ADVERSE_SPECIAL_CAUSE, slotOf(signal.since(), periods),
					ChartPhrases.cause(signal.cause()), null, null, null));
	}

	private Optional<EarlyWarning> missingTrend() {
		int newest = this.course.newest();
		if (isSmall(this.course.figure(newest))
				|| touchesBound(lookedAt(newest).mapToObj(this.course::figure).toList())) {
			return Optional.empty();
		}
		Miss miss = missAt(newest);
		if (miss == null) {
			return Optional.empty();
		}
		int start = newest;
		while (start > 0 && this.course.meetsItsRequirement(start - 1) && missAt(start - 1) != null) {
			start--;
		}
		return Optional.of(new EarlyWarning(EarlyWarning.Kind.TREND_MISSES_TARGET, this.course.figure(start).slot(),
				miss.seen(), miss.projected(), miss.target().value(), miss.target().date()));
	}

	/** What the figures up to the place lead to, if that misses the next dated target. */
	private @Nullable Miss missAt(int place) {
		Period slot = this.course.figure(place).slot();
		DatedValue next = this.course.nextAfter(slot.lastDay()).orElse(null);
		if (next == null || startsAfreshBefore(next.date(), slot)) {
			return null;
		}
		List<Point> points = lookedAt(place).mapToObj((each) -> MeasureCharts.point(this.course.figure(each), null))
			.toList();
		return Trend.theilSen(points)
			.map((trend) -> trend.beyondChance() ? new Miss(LINE, withinBounds(trend.valueOn(next.date())), next)
					: new Miss(LEVEL, withinBounds(middleOf(points)), next))
			.filter((miss) -> !this.measure.direction().meets(miss.projected(), next.value()))
			.orElse(null);
	}

	/**
	 * The places that a trend looks back on: the last 12 since the limits began, and of a
	 * year to date only those of the same year.
	 */
	private IntStream lookedAt(int place) {
		int first = Math.max(Math.max(0, place - Trend.LAST_POINTS + 1),
				MeasureCharts.startOfCurrentLimits(this.measure, this.course.history().periods()));
		Period slot = this.course.history().periods().get(place).slot();
		return IntStream.rangeClosed(Math.min(first, place), place)
			.filter((each) -> !startsAfreshBefore(slot.lastDay(), this.course.history().periods().get(each).slot()));
	}

	/** Whether a figure to date begins again between the period and the later day. */
	private boolean startsAfreshBefore(LocalDate later, Period period) {
		return this.course.target().basis().span() == Basis.Span.YEAR_TO_DATE
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
		BigDecimal lowest = this.measure.lowest();
		BigDecimal highest = this.measure.highest();
		if (lowest != null && value.compareTo(lowest) < 0) {
			return lowest;
		}
		return (highest != null && value.compareTo(highest) > 0) ? highest : value;
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

	/** A target that would be missed, with what was seen and what it leads to instead. */
	private record Miss(String seen, BigDecimal projected, DatedValue target) {

	}

}

package org.jfpmonitor.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.variation.ChartPoint;
import org.jfpmonitor.variation.limits.ControlLimits;

/**
 * Where the days and values of a chart lie, in pixels, and how its values are written.
 * Values come in base units.
 */
final class ChartScale {

	private static final double INSET = 16;

	private final List<ChartPoint> points;

	private final Unit unit;

	private final ChartSize size;

	private final ValueAxis axis;

	/**
	 * A scale with room for all that is known of the points, at least one, and for
	 * further heights.
	 */
	ChartScale(List<ChartPoint> points, List<Double> further, Unit unit, ChartSize size) {
		this.points = points;
		this.unit = unit;
		this.size = size;
		this.axis = ValueAxis.spanning(
				Stream.concat(points.stream().flatMap(this::heights), further.stream().map(this::shown)).toList(),
				size.top(), size.bottom());
	}

	private Stream<Double> heights(ChartPoint point) {
		List<Double> heights = new ArrayList<>();
		ControlLimits limits = point.limits();
		for (Double height : new Double[] { point.value(), point.target(), limits.mean(), limits.lower(),
				limits.upper() }) {
			if (height != null) {
				heights.add(shown(height));
			}
		}
		return heights.stream();
	}

	double x(ChartPoint point) {
		long span = days();
		if (span == 0) {
			return (this.size.left() + this.size.right()) / 2;
		}
		double share = (double) ChronoUnit.DAYS.between(first(), point.date()) / span;
		return this.size.left() + INSET + share * (this.size.right() - this.size.left() - 2 * INSET);
	}

	double y(double value) {
		return this.axis.y(shown(value));
	}

	private double shown(double value) {
		return this.unit.fromBase(BigDecimal.valueOf(value)).doubleValue();
	}

	/** The round values of the axis, in the unit that people read, from the lowest up. */
	List<BigDecimal> marks() {
		return this.axis.marks();
	}

	/** How far down a round value of the axis lies. */
	double y(BigDecimal mark) {
		return this.axis.y(mark.doubleValue());
	}

	/** A mark of the axis: short units stand beside the number, long ones above it. */
	String number(BigDecimal mark) {
		Unit shown = unitAbove().isEmpty() ? this.unit : Unit.COUNT;
		return shown.inWords(shown.toBase(mark), Math.max(1, mark.scale()));
	}

	/** A value with its unit, unless that stands above the axis. */
	String words(double value) {
		BigDecimal exact = BigDecimal.valueOf(value);
		return unitAbove().isEmpty() ? this.unit.inWords(exact) : Unit.COUNT.inWords(this.unit.fromBase(exact));
	}

	/** The unit that stands above the axis; empty where it stands beside each number. */
	String unitAbove() {
		return switch (this.unit) {
			case PERCENT, RATIO, COUNT, GBP -> "";
			case PER_1000 -> "per 1,000";
			case PER_100000 -> "per 100,000";
			case SECONDS, MINUTES, HOURS, DAYS -> this.unit.word();
		};
	}

	/** How many days lie between the first point and the last. */
	long days() {
		return ChronoUnit.DAYS.between(first(), last());
	}

	private LocalDate first() {
		return this.points.get(0).date();
	}

	private LocalDate last() {
		return this.points.get(this.points.size() - 1).date();
	}

}

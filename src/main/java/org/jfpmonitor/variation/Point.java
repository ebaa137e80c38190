package org.jfpmonitor.variation;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One row of a series: a date, the figure of that date unless it is missing, and the
 * target in force then, if there is one. Refuses numbers that are not finite or are
 * larger than {@value #LARGEST} in size.
 */
public record Point(LocalDate date, @Nullable Double value, @Nullable Double target) {

	/** Far beyond any real figure, and small enough that no sum or limit overflows. */
	public static final double LARGEST = 1e300;

	public Point {
		value = checked(date, "value", value);
		target = checked(date, "target", target);
	}

	/** A point with a figure and no target. */
	public static Point of(LocalDate date, double value) {
		return new Point(date, value, null);
	}

	/** A point that was expected and did not come; it keeps its place in the series. */
	public static Point missing(LocalDate date) {
		return new Point(date, null, null);
	}

	/** The same point, judged against this target. */
	public Point withTarget(double target) {
		return new Point(this.date, this.value, target);
	}

	public double valueOrNaN() {
		return (this.value != null) ? this.value : Double.NaN;
	}

	private static @Nullable Double checked(LocalDate date, String what, @Nullable Double number) {
		if (number == null) {
			return null;
		}
		if (!(Math.abs(number) <= LARGEST)) {
			throw new ChartInputException(("%s of %s: expected a number no larger than %s in size, found %s; "
					+ "correct it, or leave it out")
				.formatted(what, date, LARGEST, number));
		}
		return (number == 0) ? Double.valueOf(0.0) : number; // never minus zero
	}

}

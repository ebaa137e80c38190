package org.jfpmonitor.plan.target;

/**
 * Which figure a measure is judged by.
 *
 * @param span over which periods
 * @param periods how many, for {@link Span#ROLLING}; otherwise 1
 * @param combined how several periods become one figure
 */
public record Basis(Span span, int periods, Combined combined) {

	public Basis {
		if (periods < 1) {
			throw new IllegalArgumentException("A basis takes one period or more; found " + periods);
		}
	}

	/** The figure of the latest period. */
	public static Basis latest() {
		return new Basis(Span.LATEST, 1, Combined.RATIO);
	}

	/**
	 * A figure taken at one moment, such as beds open on a day; judged like the latest
	 * one.
	 */
	public static Basis snapshot() {
		return new Basis(Span.SNAPSHOT, 1, Combined.RATIO);
	}

	public static Basis yearToDate(Combined combined) {
		return new Basis(Span.YEAR_TO_DATE, 1, combined);
	}

	public static Basis rolling(int periods, Combined combined) {
		return new Basis(Span.ROLLING, periods, combined);
	}

	/** Whether a single period is judged, not several together. */
	public boolean isOfOnePeriod() {
		return this.span == Span.LATEST || this.span == Span.SNAPSHOT;
	}

	/**
	 * Whether it is a total that begins again in April, and so is held only against
	 * values of its own financial year.
	 */
	public boolean restartsInApril() {
		return this.span == Span.YEAR_TO_DATE && this.combined == Combined.SUM;
	}

	/** Over which periods. */
	public enum Span {

		LATEST, SNAPSHOT,
		/** From 1 April of the financial year in which the latest period ends. */
		YEAR_TO_DATE,
		/** The latest n periods. */
		ROLLING

	}

	/**
	 * How several periods become one figure. A percentage is only ever a ratio of sums.
	 */
	public enum Combined {

		/** Sum of numerators over sum of denominators. */
		RATIO,
		/** The plain mean of the periods' values, for levels such as beds. */
		MEAN,
		/** The sum of the periods' values, for counts of events. */
		SUM

	}

}

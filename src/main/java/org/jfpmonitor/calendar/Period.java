package org.jfpmonitor.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The span of days that a figure is for. The start is inclusive, the end exclusive; the
 * last day is what people name, so {@link #lastDay()} is what pages, files and tables
 * show.
 *
 * @param start the first day
 * @param endExclusive the day after the last day
 */
public record Period(LocalDate start, LocalDate endExclusive) implements Comparable<Period> {

	private static final Period ALWAYS = new Period(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

	public Period {
		if (!start.isBefore(endExclusive)) {
			throw new IllegalArgumentException(
					"A period ends after it starts; found start " + start + " and end (exclusive) " + endExclusive);
		}
	}

	/**
	 * Months and quarters differ in few bits of their dates' hashes, none of them among
	 * the low ones by which maps go, so that maps of them would be lists.
	 */
	@Override
	public int hashCode() {
		int dates = 31 * this.start.hashCode() + this.endExclusive.hashCode();
		return dates ^ (dates >>> 6);
	}

	/** The days from {@code start} up to, but not including, {@code endExclusive}. */
	public static Period of(LocalDate start, LocalDate endExclusive) {
		return new Period(start, endExclusive);
	}

	/** The days from {@code first} to {@code last}, both included. */
	public static Period ofClosed(LocalDate first, LocalDate last) {
		return new Period(first, last.plusDays(1));
	}

	/** One day, as snapshots are taken. */
	public static Period day(LocalDate day) {
		return new Period(day, day.plusDays(1));
	}

	/** Every day that a figure can be for. */
	public static Period always() {
		return ALWAYS;
	}

	/** A calendar month. */
	public static Period month(YearMonth month) {
		return new Period(month.atDay(1), month.plusMonths(1).atDay(1));
	}

	/** A calendar month. */
	public static Period month(int year, int month) {
		return month(YearMonth.of(year, month));
	}

	/** The last day that belongs to the period. */
	public LocalDate lastDay() {
		return this.endExclusive.minusDays(1);
	}

	/** Whether it is one whole month of the calendar. */
	public boolean isMonth() {
		return equals(month(YearMonth.from(this.start)));
	}

	/** Whether the day lies in the period; both the first and the last day do. */
	public boolean contains(LocalDate day) {
		return !day.isBefore(this.start) && day.isBefore(this.endExclusive);
	}

	/** Whether every day of {@code other} lies in this period. */
	public boolean encloses(Period other) {
		return !other.start.isBefore(this.start) && !other.endExclusive.isAfter(this.endExclusive);
	}

	/** The shortest period that encloses both. */
	public Period enclosing(Period other) {
		return new Period(this.start.isBefore(other.start) ? this.start : other.start,
				this.endExclusive.isAfter(other.endExclusive) ? this.endExclusive : other.endExclusive);
	}

	/**
	 * The period as a board member would say it: "March 2025", "April to June 2024",
	 * "2024/25", "30 January 2025", otherwise both dates.
	 */
	public String inWords() {
		if (equals(day(this.start))) {
			return DAY.format(this.start);
		}
		if (this.start.getDayOfMonth() == 1 && this.endExclusive.getDayOfMonth() == 1) {
			YearMonth first = YearMonth.from(this.start);
			YearMonth last = YearMonth.from(lastDay());
			if (first.equals(last)) {
				return MONTH.format(first);
			}
			if (first.getMonth() == Month.APRIL && last.equals(first.plusMonths(11))) {
				return FinancialYear.of(this.start).toString();
			}
			return monthsInWords(first, last);
		}
		return DAY.format(this.start) + " to " + DAY.format(lastDay());
	}

	/**
	 * When something was, within a sentence: "in March 2025", "on 30 January 2025", "for
	 * April to June 2024".
	 */
	public String when() {
		String words = inWords();
		if (equals(day(this.start))) {
			return "on " + words;
		}
		return (words.contains(" to ") ? "for " : "in ") + words;
	}

	private static String monthsInWords(YearMonth first, YearMonth last) {
		String from = (first.getYear() == last.getYear()) ? DateTimeFormatter.ofPattern("MMMM", Locale.UK).format(first)
				: MONTH.format(first);
		return from + " to " + MONTH.format(last);
	}

	/** By last day, then the shorter period first. */
	@Override
	public int compareTo(Period other) {
		int byEnd = this.endExclusive.compareTo(other.endExclusive);
		return (byEnd != 0) ? byEnd : other.start.compareTo(this.start);
	}

}

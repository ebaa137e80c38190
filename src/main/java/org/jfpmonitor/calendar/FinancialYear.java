package org.jfpmonitor.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * An NHS financial year, 1 April to 31 March, named by both years: {@code 2024/25}.
 *
 * @param startYear the calendar year of its April
 */
public record FinancialYear(int startYear) implements Comparable<FinancialYear> {

	/** The financial year that the day lies in. */
	public static FinancialYear of(LocalDate day) {
		return new FinancialYear((day.getMonthValue() >= Month.APRIL.getValue()) ? day.getYear() : day.getYear() - 1);
	}

	/** The year that begins when this one ends. */
	public FinancialYear next() {
		return new FinancialYear(this.startYear + 1);
	}

	/** The whole year. */
	public Period period() {
		return Period.of(LocalDate.of(this.startYear, Month.APRIL, 1),
				LocalDate.of(this.startYear + 1, Month.APRIL, 1));
	}

	/**
	 * A quarter of the financial year: quarter 1 is April to June.
	 * @param quarter 1 to 4
	 * @throws IllegalArgumentException for any other number
	 */
	public Period quarter(int quarter) {
		if (quarter < 1 || quarter > 4) {
			throw new IllegalArgumentException("A quarter is 1, 2, 3 or 4; found " + quarter);
		}
		LocalDate start = period().start().plusMonths(3L * (quarter - 1));
		return Period.of(start, start.plusMonths(3));
	}

	/** The number, 1 to 4, of the quarter of its financial year that the day lies in. */
	static int quarterOf(LocalDate day) {
		return (day.getMonthValue() + 8) % 12 / 3 + 1;
	}

	@Override
	public int compareTo(FinancialYear other) {
		return Integer.compare(this.startYear, other.startYear);
	}

	/** {@code 2024/25}. */
	@Override
	public String toString() {
		return String.format("%d/%02d", this.startYear, (this.startYear + 1) % 100);
	}

}

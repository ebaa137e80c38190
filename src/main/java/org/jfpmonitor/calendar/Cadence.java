package org.jfpmonitor.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * How often a figure comes, and so how long its periods are. Quarters and years are
 * financial ones.
 */
public enum Cadence {

	DAILY("daily") {
		@Override
		public Period periodOf(LocalDate day) {
			return Period.day(day);
		}

		@Override
		public String written(LocalDate day) {
			return day.toString();
		}
	},
	/** Monday to Sunday. */
	WEEKLY("weekly") {
		@Override
		public Period periodOf(LocalDate day) {
			LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
			return Period.of(monday, monday.plusWeeks(1));
		}

		@Override
		public String written(LocalDate day) {
			return day.toString();
		}
	},
	MONTHLY("monthly") {
		@Override
		public Period periodOf(LocalDate day) {
			return Period.month(YearMonth.from(day));
		}

		@Override
		public String written(LocalDate day) {
			return YearMonth.from(day).toString();
		}
	},
	QUARTERLY("quarterly") {
		@Override
		public Period periodOf(LocalDate day) {
			return FinancialYear.of(day).quarter(FinancialYear.quarterOf(day));
		}

		@Override
		public String written(LocalDate day) {
			return FinancialYear.of(day).startYear() + "-Q" + FinancialYear.quarterOf(day);
		}
	},
	ANNUAL("annual") {
		@Override
		public Period periodOf(LocalDate day) {
			return FinancialYear.of(day).period();
		}

		@Override
		public String written(LocalDate day) {
			return FinancialYear.of(day).toString();
		}
	};

	private final String word;

	Cadence(String word) {
		this.word = word;
	}

	/** The word used in files, labels and pages: {@code monthly}. */
	public String word() {
		return this.word;
	}

	/** One of its periods in a message: {@code a monthly period}. */
	public String inWords() {
		return ((this == ANNUAL) ? "an " : "a ") + this.word + " period";
	}

	/** How people write one of its periods, for messages. */
	public String example() {
		return written(LocalDate.of(2025, 3, 31));
	}

	/**
	 * How people write the period that the day lies in: {@code 2025-03}, {@code 2024-Q4},
	 * {@code 2024/25}; days, and weeks by one of their days, as {@code 2025-03-31}.
	 */
	public abstract String written(LocalDate day);

	/** The period of this length that the day lies in. */
	public abstract Period periodOf(LocalDate day);

	/** The newest period that is over on the day: its last day is on or before it. */
	public Period lastOver(LocalDate day) {
		Period current = periodOf(day);
		return current.lastDay().equals(day) ? current : previous(current);
	}

	/** The period of this length that starts when {@code period} ends. */
	public Period next(Period period) {
		return periodOf(period.endExclusive());
	}

	/** The period of this length that ends when {@code period} starts. */
	public Period previous(Period period) {
		return periodOf(period.start().minusDays(1));
	}

}

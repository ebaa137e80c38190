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
	},
	/** Monday to Sunday. */
	WEEKLY("weekly") {
		@Override
		public Period periodOf(LocalDate day) {
			LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
			return Period.of(monday, monday.plusWeeks(1));
		}
	},
	MONTHLY("monthly") {
		@Override
		public Period periodOf(LocalDate day) {
			return Period.month(YearMonth.from(day));
		}
	},
	QUARTERLY("quarterly") {
		@Override
		public Period periodOf(LocalDate day) {
			FinancialYear year = FinancialYear.of(day);
			int monthsIn = (day.getYear() - year.startYear()) * 12 + day.getMonthValue() - 4;
			return year.quarter(monthsIn / 3 + 1);
		}
	},
	ANNUAL("annual") {
		@Override
		public Period periodOf(LocalDate day) {
			return FinancialYear.of(day).period();
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

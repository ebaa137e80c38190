package org.jfpmonitor.plan.reading.target;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;

/** How a plan file writes a period of each length. */
enum PeriodFormat {

	DAILY("a day such as 2025-03-31"), WEEKLY("any day of the week, such as 2025-03-31"),
	MONTHLY("a month such as 2025-03"),
	QUARTERLY("a quarter of a financial year such as 2024-Q4 (January to March 2025)"),
	ANNUAL("a financial year such as 2024/25");

	private final String expected;

	PeriodFormat(String expected) {
		this.expected = expected;
	}

	static PeriodFormat of(Cadence cadence) {
		return valueOf(cadence.name());
	}

	/** What it looks like, in words. */
	String expected() {
		return this.expected;
	}

	String example() {
		return Cadence.valueOf(name()).example();
	}

	/** The period, or empty when it is written otherwise. */
	Optional<Period> parse(String written) {
		try {
			return switch (this) {
				case DAILY -> Optional.of(Period.day(LocalDate.parse(written)));
				case WEEKLY -> Optional.of(Cadence.WEEKLY.periodOf(LocalDate.parse(written)));
				case MONTHLY -> Optional.of(Period.month(YearMonth.parse(written)));
				case QUARTERLY -> Optional.of(written)
					.filter((text) -> text.matches("[0-9]{4}-Q[1-4]"))
					.map((text) -> year(text).quarter(Integer.parseInt(text.substring(6))));
				case ANNUAL -> Optional.of(written)
					.filter((text) -> text.matches("[0-9]{4}/[0-9]{2}") && year(text).toString().equals(text))
					.map((text) -> year(text).period());
			};
		}
		catch (DateTimeException notThis) {
			return Optional.empty();
		}
	}

	private static FinancialYear year(String written) {
		return new FinancialYear(Integer.parseInt(written.substring(0, 4)));
	}

}

package org.jfpmonitor.plan.reading;

import java.time.LocalDate;
import java.time.YearMonth;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.yaml.Form;

/** How a plan file writes a period of each length. */
final class WrittenPeriod {

	private WrittenPeriod() {
	}

	static Form<Period> of(Cadence cadence) {
		return switch (cadence) {
			case DAILY ->
				Form.of("a day such as 2025-03-31", "2025-03-31", (written) -> Period.day(LocalDate.parse(written)));
			case WEEKLY -> Form.of("any day of the week, such as 2025-03-31", "2025-03-31",
					(written) -> cadence.periodOf(LocalDate.parse(written)));
			case MONTHLY ->
				Form.of("a month such as 2025-03", "2025-03", (written) -> Period.month(YearMonth.parse(written)));
			case QUARTERLY -> Form.of("a quarter of a financial year such as 2024-Q4 (January to March 2025)",
					"2024-Q4", WrittenPeriod::quarter);
			case ANNUAL -> Form.of("a financial year such as 2024/25", "2024/25", WrittenPeriod::year);
		};
	}

	private static Period quarter(String written) {
		if (!written.matches("[0-9]{4}-Q[1-4]")) {
			throw new IllegalArgumentException(written);
		}
		return new FinancialYear(Integer.parseInt(written.substring(0, 4)))
			.quarter(Integer.parseInt(written.substring(6)));
	}

	private static Period year(String written) {
		if (written.matches("[0-9]{4}/[0-9]{2}")) {
			FinancialYear year = new FinancialYear(Integer.parseInt(written.substring(0, 4)));
			if (year.toString().equals(written)) {
				return year.period();
			}
		}
		throw new IllegalArgumentException(written);
	}

}

package org.jfpmonitor.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;

/** Short forms in which the tests of this room write days, periods and figures. */
public final class Written {

	private Written() {
	}

	public static LocalDate day(String day) {
		return LocalDate.parse(day);
	}

	/** {@code 2025-03}, {@code 2024-Q4}, {@code 2024/25} or {@code 2025-01-30}. */
	static Period period(String period) {
		if (period.length() == 10) {
			return Period.day(day(period));
		}
		int year = Integer.parseInt(period.substring(0, 4));
		if (period.contains("Q")) {
			return new FinancialYear(year).quarter(Integer.parseInt(period.substring(6)));
		}
		return period.contains("/") ? new FinancialYear(year).period() : Period.month(YearMonth.parse(period));
	}

	/** {@code 170}, {@code 30/40}, {@code ~170} for an estimate, or a mark. */
	static Figure figure(String figure) {
		if (Character.isLetter(figure.charAt(0))) {
			return Figure.absent(Figure.Mark.valueOf(figure.toUpperCase(java.util.Locale.ROOT)));
		}
		if (figure.startsWith("~")) {
			return new Figure(number(figure.substring(1)), null, null, Figure.Mark.ESTIMATED);
		}
		String[] parts = figure.split("/", -1);
		return (parts.length == 2) ? Figure.ratio(number(parts[0]), number(parts[1])) : Figure.of(number(figure));
	}

	public static BigDecimal number(String number) {
		return new BigDecimal(number);
	}

	public static DatedValue at(String date, String value) {
		return new DatedValue(day(date), number(value));
	}

}

package org.jfpmonitor.demonstration;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * April 2024 to March 2025, and the day on which each month's extracts arrive: about six
 * weeks after its end.
 */
final class DemoYear {

	static final YearMonth FIRST = YearMonth.of(2024, Month.APRIL);

	static final YearMonth LAST = YearMonth.of(2025, Month.MARCH);

	private static final List<LocalDate> ARRIVALS = List.of(LocalDate.of(2024, 6, 14), LocalDate.of(2024, 7, 12),
			LocalDate.of(2024, 8, 9), LocalDate.of(2024, 9, 13), LocalDate.of(2024, 10, 11), LocalDate.of(2024, 11, 15),
			LocalDate.of(2024, 12, 13), LocalDate.of(2025, 1, 17), LocalDate.of(2025, 2, 14), LocalDate.of(2025, 3, 14),
			LocalDate.of(2025, 4, 11), LocalDate.of(2025, 5, 15));

	private DemoYear() {
	}

	static List<YearMonth> months() {
		return IntStream.range(0, ARRIVALS.size()).mapToObj(FIRST::plusMonths).toList();
	}

	/** 0 for April 2024, 11 for March 2025; negative for months before. */
	static int index(YearMonth month) {
		return (month.getYear() - FIRST.getYear()) * 12 + month.getMonthValue() - FIRST.getMonthValue();
	}

	static LocalDate arrivalOf(YearMonth month) {
		return ARRIVALS.get(index(month));
	}

	/** The month's name as a date pattern spells it, in English. */
	static String spelled(YearMonth month, String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(month);
	}

	/** The month's whole name in capitals, as file names and period columns have it. */
	static String capitals(YearMonth month) {
		return spelled(month, "MMMM").toUpperCase(Locale.ENGLISH);
	}

	/** The day on which quick publications of the month come out. */
	static LocalDate secondThursdayAfter(YearMonth month) {
		return month.plusMonths(1).atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.THURSDAY));
	}

	/** The day as workbook preambles write it: {@code 15th May 2025}. */
	static String published(LocalDate day) {
		int number = day.getDayOfMonth();
		String ending = (number / 10 == 1) ? "th" : switch (number % 10) {
			case 1 -> "st";
			case 2 -> "nd";
			case 3 -> "rd";
			default -> "th";
		};
		return number + ending + " " + DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH).format(day);
	}

	/** The financial year of the month as files write it: {@code 2024-25}. */
	static String financialYear(YearMonth month) {
		int start = month.minusMonths(3).getYear();
		return start + "-" + String.format(Locale.ROOT, "%02d", (start + 1) % 100);
	}

}

package org.jfpmonitor.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * On which days offices in England work: all but Saturdays, Sundays and bank holidays.
 * The bank holidays follow the Banking and Financial Dealings Act 1971; the days that
 * were proclaimed once or moved are listed from 2011 on.
 */
public final class WorkingDays {

	/** Days proclaimed for one year only. */
	private static final Set<LocalDate> PROCLAIMED = Set.of(
			// wedding of Prince William
			LocalDate.of(2011, 4, 29),
			// Diamond Jubilee
			LocalDate.of(2012, 6, 5),
			// Platinum Jubilee
			LocalDate.of(2022, 6, 3),
			// funeral of Queen Elizabeth II
			LocalDate.of(2022, 9, 19),
			// coronation of King Charles III
			LocalDate.of(2023, 5, 8));

	/** Days that were held on another day than usual, with that day. */
	private static final Map<LocalDate, LocalDate> MOVED = Map.of(
			// spring bank holiday beside the Diamond Jubilee
			LocalDate.of(2012, 5, 28), LocalDate.of(2012, 6, 4),
			// early May bank holiday on the 75th anniversary of VE Day
			LocalDate.of(2020, 5, 4), LocalDate.of(2020, 5, 8),
			// spring bank holiday beside the Platinum Jubilee
			LocalDate.of(2022, 5, 30), LocalDate.of(2022, 6, 2));

	private static final WorkingDays ENGLAND = new WorkingDays();

	private WorkingDays() {
	}

	/** The working days of England. */
	public static WorkingDays ofEngland() {
		return ENGLAND;
	}

	/** Whether the day is neither a Saturday, a Sunday nor a bank holiday. */
	boolean isWorkingDay(LocalDate day) {
		return !isWeekend(day) && !bankHolidays(day.getYear()).contains(day);
	}

	/**
	 * The day itself if it is a working day, otherwise the first working day after it.
	 */
	public LocalDate sameOrNext(LocalDate day) {
		LocalDate candidate = day;
		while (!isWorkingDay(candidate)) {
			candidate = candidate.plusDays(1);
		}
		return candidate;
	}

	/** The bank holidays of a calendar year in order, substitute days included. */
	Set<LocalDate> bankHolidays(int year) {
		Set<LocalDate> days = new TreeSet<>();
		days.add(substituted(LocalDate.of(year, Month.JANUARY, 1)));
		LocalDate easter = easterSunday(year);
		days.add(easter.minusDays(2));
		days.add(easter.plusDays(1));
		days.add(held(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))));
		days.add(held(LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY))));
		days.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
		addChristmas(year, days);
		PROCLAIMED.stream().filter((day) -> day.getYear() == year).forEach(days::add);
		return days;
	}

	/**
	 * Christmas Day and Boxing Day. When one or both fall on a weekend, the next Monday
	 * or Monday and Tuesday are held in their place, so that there are always two.
	 */
	private static void addChristmas(int year, Set<LocalDate> days) {
		LocalDate christmas = LocalDate.of(year, Month.DECEMBER, 25);
		switch (christmas.getDayOfWeek()) {
			case FRIDAY -> days.addAll(Set.of(christmas, christmas.plusDays(3)));
			case SATURDAY -> days.addAll(Set.of(christmas.plusDays(2), christmas.plusDays(3)));
			case SUNDAY -> days.addAll(Set.of(christmas.plusDays(1), christmas.plusDays(2)));
			default -> days.addAll(Set.of(christmas, christmas.plusDays(1)));
		}
	}

	private static LocalDate substituted(LocalDate day) {
		return isWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
	}

	private static LocalDate held(LocalDate usual) {
		return MOVED.getOrDefault(usual, usual);
	}

	private static boolean isWeekend(LocalDate day) {
		return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
	}

	/**
	 * Easter Sunday of the Gregorian calendar, by the computation of Meeus, Jones and
	 * Butcher, which holds for every year.
	 */
	static LocalDate easterSunday(int year) {
		int golden = year % 19;
		int century = year / 100;
		int yearOfCentury = year % 100;
		int leapCenturies = century / 4;
		int correction = (century - (century + 8) / 25 + 1) / 3;
		int epact = (19 * golden + century - leapCenturies - correction + 15) % 30;
		int weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
		int late = (golden + 11 * epact + 22 * weekday) / 451;
		int days = epact + weekday - 7 * late + 114;
		return LocalDate.of(year, days / 31, days % 31 + 1);
	}

}

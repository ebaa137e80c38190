package org.jfpmonitor.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest {

	private final WorkingDays england = WorkingDays.ofEngland();

	/** The days as the government published them for England and Wales. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2011 | 01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27
			2012 | 01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26
			2018 | 01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26
			2019 | 01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26
			2020 | 01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28
			2021 | 01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28
			2022 | 01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27
			2023 | 01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26
			2024 | 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26
			2025 | 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26
			2026 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
			2027 | 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28
			""")
	void knowsTheBankHolidaysOf(int year, String monthsAndDays) {
		List<LocalDate> published = Arrays.stream(monthsAndDays.split(" "))
			.map((day) -> LocalDate.parse(year + "-" + day))
			.toList();
		assertThat(this.england.bankHolidays(year)).containsExactlyElementsOf(published);
	}

	@ParameterizedTest
	@CsvSource({ "1961-04-02", "1999-04-04", "2000-04-23", "2008-03-23", "2011-04-24", "2038-04-25", "2285-03-22" })
	void findsEasterSunday(LocalDate easter) {
		assertThat(WorkingDays.easterSunday(easter.getYear())).isEqualTo(easter);
	}

	@ParameterizedTest
	@CsvSource({ "2025-05-15, 2025-05-15", "2025-05-17, 2025-05-19", "2025-05-24, 2025-05-27", "2025-04-18, 2025-04-22",
			"2021-12-25, 2021-12-29", "2022-12-31, 2023-01-03" })
	void movesToTheNextWorkingDay(LocalDate day, LocalDate expected) {
		assertThat(this.england.sameOrNext(day)).isEqualTo(expected);
	}

	@Test
	void worksOnEveryOtherDayOfTheWeek() {
		assertThat(LocalDate.of(2025, 6, 2).datesUntil(LocalDate.of(2025, 6, 9))).filteredOn(this.england::isWorkingDay)
			.containsExactlyElementsOf(LocalDate.of(2025, 6, 2).datesUntil(LocalDate.of(2025, 6, 7)).toList());
	}

}

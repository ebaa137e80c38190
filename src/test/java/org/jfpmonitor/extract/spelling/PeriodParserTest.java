package org.jfpmonitor.extract.spelling;

import java.time.LocalDate;
import java.time.YearMonth;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodParserTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			DM01-MAY-2026                                | May 2026
			MSitAE-APRIL-2025                            | April 2025
			RTT-April-2023                               | April 2023
			March 2025                                   | March 2025
			January 2024/25                              | January 2025
			March 2024-25                                | March 2025
			Mar 24/25                                    | March 2025
			March (2024/25)                              | March 2025
			April 2024/25                                | April 2024
			Jan-Mar 2024/25                              | January to March 2025
			Apr-Mar 2024/25                              | 2024/25
			VW-March-2024-25.csv                         | March 2025
			January 2024 - 25 March 2025                 | January 2024 to March 2025
			2024/25 January                              | January 2025
			Mar 2023                                     | March 2023
			Mar-25                                       | March 2025
			SEPT-24                                      | September 2024
			2025-03                                      | March 2025
			2011-12                                      | December 2011
			January to March 2025                        | January to March 2025
			April - June 2024                            | April to June 2024
			October 2024 to March 2025                   | October 2024 to March 2025
			December to February 2025                    | December 2024 to February 2025
			To December 2024                             | December 2024
			03/2025                                      | March 2025
			3-2025                                       | March 2025
			202502                                       | February 2025
			2025/01                                      | January 2025
			2022-23                                      | 2022/23
			2022-2023                                    | 2022/23
			2024/25                                      | 2024/25
			2024/2025                                    | 2024/25
			2024-Q4                                      | January to March 2025
			2024/25 Q4                                   | January to March 2025
			2023-24 Q4                                   | January to March 2024
			Q4 2023-24                                   | January to March 2024
			2024/2025 Quarter 1                          | April to June 2024
			Q3 2024-25                                   | October to December 2024
			2024-04-01                                   | 1 April 2024
			2024-04-01T00:00:00                          | 1 April 2024
			2024-04-01 00:00:00.000                      | 1 April 2024
			01/04/2025                                   | 1 April 2025
			31/12/25                                     | 31 December 2025
			20230322                                     | 22 March 2023
			10th April 2025                              | 10 April 2025
			1 July 2024                                  | 1 July 2024
			Monthly-Virtual-Ward-Mar2025.xlsx            | March 2025
			Monthly-Virtual-Ward-July2025.csv            | July 2025
			Full-CSV-data-file-Apr23-ZIP-3528K-36960.zip | April 2023
			20230430-RTT-April-2023-full-extract.csv     | April 2023
			April-2022-revised-130624-F4scP.csv          | April 2022
			Monthly-AE-Nov-25-CSV-revised.csv            | November 2025
			April-2026-Monthly-Combined-CSV-Provisional.csv | April 2026
			CWT-CRS-Oct-2024-to-Mar-2025-Data-Extract    | October 2024 to March 2025
			26A_Mar_2025.csv                             | March 2025
			2024-25 March                                | March 2025
			2024-25 April                                | April 2024
			""")
	void readsEveryWayToNameAPeriod(String text, String inWords) {
		assertThat(PeriodParser.parse(text).map(Period::inWords)).contains(inWords);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "TOTAL", "n/a", "2025-13", "2025-02-30", "31/02/2025", "2024-26", "March",
			"Q5 2024-25", "2024/26", "12", "1e5", "dm01", "200102", "202513", "13/2025", "2025/13", "2025/1", "3.2025",
			"01/0202", "April June 2024 May 2023 July 2022" })
	void readsNoPeriodWhereThereIsNone(String text) {
		assertThat(PeriodParser.parse(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Virtual-Ward-May2024 downloaded 12 June 2024.csv | May2024, 12 June 2024
			Oct-2024-to-Mar-2025.csv                         | Oct-2024, Mar-2025
			26A_Mar_2025 12th April 25.csv                   | Mar_2025, 12th April 25
			2024-25 March, DM01-MAY-2026                     | March, MAY-2026
			""")
	void quotesTheDatesOfAText(String text, String dates) {
		assertThat(String.join(", ", PeriodParser.dates(text))).isEqualTo(dates);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "Q4, 4", "Quarter 2, 2", "2024/2025 Q3, 3", "2024/2025 1, 1", "April to June, 1", "Jan-Mar, 4",
			"Oct - Dec, 3" })
	void readsQuartersOfTheFinancialYear(String text, int quarter) {
		assertThat(PeriodParser.quarter(text)).contains(quarter);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "5", "Q", "unallocated", "May to July" })
	void readsNoQuarterWhereThereIsNone(String text) {
		assertThat(PeriodParser.quarter(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2022-2023, 2022", "2022/23, 2022", "1999-00, 1999", "2024/2025, 2024" })
	void readsFinancialYears(String text, int start) {
		assertThat(PeriodParser.financialYear(text)).contains(new FinancialYear(start));
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023 Q4", "2023Q4", "Q4 2023", "2023 Quarter 4", "2023_Q4", "quarter 4, 2023" })
	void aQuarterOfEitherYearIsNoneAndNamesBoth(String text) {
		assertThat(PeriodParser.parse(text)).isEmpty();
		assertThat(PeriodParser.plainQuarter(text)).contains(
				"a quarter that says whose year it is of: 2023-Q4 for January to March 2024 (of the financial year),"
						+ " or 2023-Q3 for October to December 2023 (of the calendar year)");
	}

	@Test
	void theFirstQuarterOfACalendarYearIsTheLastOfTheFinancialYearBefore() {
		assertThat(PeriodParser.plainQuarter("2024 Q1")).get()
			.asString()
			.endsWith("2024-Q1 for April to June 2024 (of the financial year), or 2023-Q4 for January to March 2024 (of"
					+ " the calendar year)");
		assertThat(PeriodParser.plainQuarter("2024-Q1")).isEmpty();
		assertThat(PeriodParser.plainQuarter("2024/25 Q1")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "March 2025", "MSitAE-MARCH-2025", "Mar-25*", "March 2025 (provisional)", "March 2025 (1)",
			"March 2025 [note 2]", "M12 March 2025", "Month 12 (March 2025)", "March 2025 v2",
			"Month ending 31 March 2025", "month to 31 March 2025", "Reporting month: March 2025", "March 2024/25",
			"1 March 2025 to 31 March 2025", "Monday 31st March 2025", "31-Mar-2025 00:00:00", "Quarter to March 2025",
			"Q/E March 2025", "12 months to March 2025", "Q4 Jan to Mar 2025", "Year ending 31 March 2025",
			"w/e 30 March 2025", "2025-03", "March 2025¹", "2024/25²", "March 2025 experimental", "End March 2025",
			"M12 2024/25", "Month 12 2024/25", "2024-25 M12", "2024/25 Month 12" })
	void aFieldMaySayThese(String text) {
		assertThat(PeriodParser.parseWhole(text)).isEqualTo(PeriodParser.parse(text)).isPresent();
	}

	/** The first month of a financial year is April. */
	@ParameterizedTest
	@CsvSource({ "M12 2024/25,2025-03", "Month 1 2024/25,2024-04", "2024-25 M09,2024-12", "2024/25 Month 10,2025-01",
			"March 2025¹,2025-03" })
	void aMonthMayBeNumberedFromApril(String text, YearMonth month) {
		assertThat(PeriodParser.parseWhole(text)).contains(Period.month(month));
	}

	@ParameterizedTest
	@ValueSource(strings = { "FYTD March 2025", "Fortnight ending 31 March 2025", "total to March 2025",
			"through March 2025", "March 2025 Q4", "March 2025 quarter", "March 2025 year", "March 2025 3m",
			"March 2025 12m", "March 2025 wk 2", "March 2025 (M1-M12)", "daily average March 2025",
			"previous March 2025", "next March 2025", "vs March 2025", "March 2025 (000s)", "March 2025 or earlier",
			"so far March 2025", "Mar 2024/26", "APRIL 2024 to 2025", "M11 March 2025", "FYTD-March-2025",
			"FYTD_March_2025", "mid-March 2025", "early-March-2025", "M13 2024/25", "average-March-2025",
			"Q4-March-2025", "total_March_2025", "wk2-March-2025" })
	void aFieldThatSaysMoreNamesNone(String text) {
		assertThat(PeriodParser.parseWhole(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 March 2025 to 15 March 2025    | 2025-03-01 | 2025-03-15
			16 March 2025 to 31 March 2025   | 2025-03-16 | 2025-03-31
			24 March 2025 - 31 March 2025    | 2025-03-24 | 2025-03-31
			1 March 2025 to 31 March 2025    | 2025-03-01 | 2025-03-31
			1 April 2025 to 30 June 2025     | 2025-04-01 | 2025-06-30
			Q/E 30 June 2025                 | 2025-04-01 | 2025-06-30
			""")
	void aSpanHasTheDaysThatItNames(String text, String first, String last) {
		assertThat(PeriodParser.parse(text)).contains(Period.ofClosed(LocalDate.parse(first), LocalDate.parse(last)));
	}

	@ParameterizedTest
	@CsvSource({ "w/e 30 March 2025,true", "Week commencing 24 March 2025,true", "wk 12 March 2025,true",
			"30 March 2025,false", "Within 6-weekly March 2025,false" })
	void aWeekIsNoDay(String text, boolean week) {
		assertThat(PeriodParser.saysWeek(text)).isEqualTo(week);
	}

}

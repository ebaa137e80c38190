package org.jfpmonitor.extract.spelling;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;

/**
 * Every way in which the publications name a period. Days are written day first, as in
 * England; quarters are those of the financial year.
 */
public final class PeriodParser {

	private static final String TIME = "(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?)?";

	private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})" + TIME);

	private static final Pattern ENGLISH_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})" + TIME);

	/** Of the years 1990 to 2100. */
	private static final Pattern SERIAL = Pattern
		.compile("(3[3-9][0-9]{3}|[4-6][0-9]{4}|7[0-2][0-9]{3})(?:\\.[0-9]+)?");

	/** Day 0 of those numbers. */
	private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

	private static final Pattern MONTH_FIRST = Pattern
		.compile("(?:0?[1-9]|1[0-2])[/.-](?:1[3-9]|2[0-9]|3[01])[/.-](?:\\d{4}|\\d{2})" + TIME);

	private static final Pattern DAY_FIRST = Pattern
		.compile("(?:1[3-9]|2[0-9]|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:\\d{4}|\\d{2})" + TIME);

	private static final Pattern DAY_IN_WORDS = Pattern
		.compile("([a-z]{3,9})[ -](\\d{1,2})(?:st|nd|rd|th)?,?[ -](\\d{4})" + TIME);

	private static final Pattern PACKED_DAY = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");

	private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

	private static final Pattern MONTH_AND_YEAR = Pattern.compile("(0?[1-9]|1[0-2])[/-](\\d{4})");

	/** {@code 2025/01}, {@code 202501}. */
	private static final Pattern YEAR_AND_MONTH = Pattern.compile("(\\d{4})/?(0[1-9]|1[0-2])");

	private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s?[/-]\\s?(\\d{2}|\\d{4})");

	private static final Pattern QUARTER = Pattern
		.compile("(\\d{4})(?:-(?=q[1-4]$)|[/-](?:\\d{4}|\\d{2})[ _-]*)(?:q|quarter|qtr)[ _-]*([1-4])");

	/** {@code 2023 Q4}, whose year may be the calendar's or the financial one. */
	private static final Pattern QUARTER_OF_EITHER_YEAR = Pattern
		.compile("(\\d{4})[ _-]*(?:q|quarter|qtr)[ _-]*([1-4])|(?:q|quarter|qtr)[ _-]*([1-4])[ _,-]*(\\d{4})");

	private static final Pattern QUARTER_FIRST = Pattern
		.compile("(?:q|quarter|qtr)[ _-]*([1-4])[ _,-]*(\\d{4})[/-](?:\\d{4}|\\d{2})");

	private static final Pattern NUMBER_OF_QUARTER = Pattern.compile("(.*[ _-])?(?:q|quarter|qtr)?[ _-]*([1-4])");

	/** {@code M12 2024/25}, {@code 2024-25 Month 12}: the months of a financial year. */
	private static final Pattern NUMBERED_MONTH = Pattern
		.compile("(?:m|month)[ -]?(?<first>0?[1-9]|1[0-2])[ ,-]+(?<year>\\d{4}[/-](?:\\d{4}|\\d{2}))"
				+ "|(?<before>\\d{4}[/-](?:\\d{4}|\\d{2}))[ ,-]+(?:m|month)[ -]?(?<second>0?[1-9]|1[0-2])");

	/** {@code Q1-Q3} is no third quarter, nor is {@code up to Q3}. */
	private static final Pattern UP_TO_A_QUARTER = Pattern
		.compile("(?<![0-9])[1-4](?![0-9])|\\b(?:to|until|and|through)\\P{Alnum}*(?:q|quarter|qtr)?\\P{Alnum}*$");

	private PeriodParser() {
	}

	/**
	 * The period that the text names, at the length it names; empty when it names none.
	 */
	public static Optional<Period> parse(String text) {
		String folded = NormalisedText.value(PeriodWords.withoutRaisedNote(text));
		try {
			Optional<Period> day = day(folded).map(Period::day);
			return (day.isPresent() ? day : longer(folded)).flatMap((found) -> PeriodEnding.of(folded, found));
		}
		catch (DateTimeException noSuchDay) {
			return Optional.empty();
		}
	}

	/**
	 * The same, where the text says no more than the period; signs of notes and words
	 * such as {@code provisional} change nothing.
	 */
	public static Optional<Period> parseWhole(String text) {
		return parse(text).filter((period) -> PeriodWords.sayNoMore(text, period));
	}

	/**
	 * Whether the text is about a week, which it names by a day: {@code w/e 30 March}.
	 */
	public static boolean saysWeek(String text) {
		return PeriodWords.sayWeek(text);
	}

	/**
	 * What should stand in place of a quarter whose year may be the calendar's or the
	 * financial one; empty when the text names no such quarter.
	 */
	public static Optional<String> plainQuarter(String text) {
		String folded = NormalisedText.value(text);
		Matcher matcher = QUARTER_OF_EITHER_YEAR.matcher(folded);
		if (!matcher.matches() || QUARTER.matcher(folded).matches()) {
			return Optional.empty();
		}
		boolean yearFirst = matcher.group(1) != null;
		int year = number(matcher, yearFirst ? 1 : 4);
		int number = number(matcher, yearFirst ? 2 : 3);
		if (!isPlausible(year)) {
			return Optional.empty();
		}
		FinancialYear financial = new FinancialYear(year);
		FinancialYear calendar = new FinancialYear((number == 1) ? year - 1 : year);
		int calendarNumber = (number == 1) ? 4 : number - 1;
		return Optional
			.of("a quarter that says whose year it is of: %d-Q%d for %s (of the financial year), or %d-Q%d for %s (of the calendar year)"
				.formatted(year, number, financial.quarter(number).inWords(), calendar.startYear(), calendarNumber,
						calendar.quarter(calendarNumber).inWords()));
	}

	/** Every month that the text names, with its day and year, as it is spelt there. */
	public static List<String> dates(String text) {
		return MonthParser.dates(text);
	}

	/** The day that the text names; empty when it names none. */
	public static Optional<LocalDate> date(String text) {
		return parse(text).filter((period) -> period.equals(Period.day(period.start()))).map(Period::start);
	}

	/**
	 * The day that a spreadsheet shows as a number when it is not told that it is a day.
	 */
	public static Optional<LocalDate> serial(String text) {
		Matcher matcher = SERIAL.matcher(text.strip());
		return matcher.matches() ? Optional.of(SERIAL_ZERO.plusDays(number(matcher, 1))) : Optional.empty();
	}

	/** Whether the text can only be a day whose month is written first. */
	public static boolean isMonthFirst(String text) {
		return MONTH_FIRST.matcher(NormalisedText.value(text)).matches();
	}

	/** Whether the text can only be a day that is written before its month. */
	static boolean isDayFirst(String text) {
		return DAY_FIRST.matcher(NormalisedText.value(text)).matches();
	}

	/**
	 * Whether the text is a day of the 2nd to the 12th, such as 3/9/2024, that somebody
	 * else would read as one of another month.
	 */
	static boolean isEitherWay(String text) {
		Matcher english = ENGLISH_DAY.matcher(NormalisedText.value(text));
		return text.indexOf('.') < 0 && english.matches() && number(english, 1) > 1 && number(english, 1) <= 12
				&& number(english, 1) != number(english, 2);
	}

	private static Optional<LocalDate> day(String folded) {
		Matcher iso = ISO_DAY.matcher(folded);
		if (iso.matches()) {
			return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
		}
		Matcher english = ENGLISH_DAY.matcher(folded);
		if (english.matches()) {
			return Optional.of(LocalDate.of(fullYear(english.group(3)), number(english, 2), number(english, 1)));
		}
		Matcher words = DAY_IN_WORDS.matcher(folded);
		if (words.matches() && MonthParser.names(words.group(1)).size() == 1) {
			return Optional
				.of(LocalDate.of(number(words, 3), MonthParser.names(words.group(1)).get(0), number(words, 2)));
		}
		Matcher packed = PACKED_DAY.matcher(folded);
		return packed.matches() ? Optional.of(LocalDate.of(number(packed, 1), number(packed, 2), number(packed, 3)))
				: Optional.empty();
	}

	private static Optional<Period> longer(String folded) {
		Matcher month = ISO_MONTH.matcher(folded);
		if (month.matches() && number(month, 2) >= 1 && number(month, 2) <= 12) {
			return Optional.of(Period.month(YearMonth.of(number(month, 1), number(month, 2))));
		}
		Matcher quarter = QUARTER.matcher(folded);
		if (quarter.matches()) {
			return Optional.of(new FinancialYear(number(quarter, 1)).quarter(number(quarter, 2)));
		}
		Matcher quarterFirst = QUARTER_FIRST.matcher(folded);
		if (quarterFirst.matches()) {
			return Optional.of(new FinancialYear(number(quarterFirst, 2)).quarter(number(quarterFirst, 1)));
		}
		Optional<Period> year = financialYear(folded).map(FinancialYear::period).or(() -> numberedMonth(folded));
		return year.or(() -> monthInNumbers(folded)).or(() -> MonthParser.find(folded));
	}

	/** The first month of a financial year is April. */
	private static Optional<Period> numberedMonth(String folded) {
		Matcher numbered = NUMBERED_MONTH.matcher(folded);
		if (!numbered.matches()) {
			return Optional.empty();
		}
		boolean yearLast = numbered.group("first") != null;
		int number = Integer.parseInt(numbered.group(yearLast ? "first" : "second"));
		return financialYear(numbered.group(yearLast ? "year" : "before"))
			.map((year) -> Period.month(YearMonth.of(year.startYear(), 4).plusMonths(number - 1L)));
	}

	/**
	 * A month in numbers, where they can be no financial year: {@code 202502}, but not
	 * {@code 200102}.
	 */
	private static Optional<Period> monthInNumbers(String folded) {
		Matcher monthFirst = MONTH_AND_YEAR.matcher(folded);
		if (monthFirst.matches()) {
			return month(number(monthFirst, 2), number(monthFirst, 1));
		}
		Matcher yearFirst = YEAR_AND_MONTH.matcher(folded);
		if (yearFirst.matches() && (number(yearFirst, 1) + 1) % 100 != number(yearFirst, 2)) {
			return month(number(yearFirst, 1), number(yearFirst, 2));
		}
		return Optional.empty();
	}

	private static Optional<Period> month(int year, int month) {
		return isPlausible(year) ? Optional.of(Period.month(year, month)) : Optional.empty();
	}

	/** The financial year that the text names: {@code 2024/25}, {@code 2024-2025}. */
	public static Optional<FinancialYear> financialYear(String text) {
		Matcher years = YEARS.matcher(NormalisedText.value(text));
		if (!years.matches()) {
			return Optional.empty();
		}
		int start = number(years, 1);
		String end = years.group(2);
		boolean consecutive = (start + 1) % ((end.length() == 2) ? 100 : 10_000) == Integer.parseInt(end);
		return (consecutive && isPlausible(start)) ? Optional.of(new FinancialYear(start)) : Optional.empty();
	}

	/** The number of the quarter that the text names, with or without its year. */
	public static Optional<Integer> quarter(String text) {
		Matcher matcher = NUMBER_OF_QUARTER.matcher(NormalisedText.value(text));
		if (matcher.matches()) {
			boolean several = matcher.group(1) != null && UP_TO_A_QUARTER.matcher(matcher.group(1)).find();
			return several ? Optional.empty() : Optional.of(number(matcher, 2));
		}
		List<Integer> months = MonthParser.names(NormalisedText.value(text));
		boolean whole = months.size() == 2 && months.get(0) % 3 == 1 && months.get(1) == months.get(0) + 2;
		return whole ? Optional.of((months.get(0) + 8) % 12 / 3 + 1) : Optional.empty();
	}

	/** The month, 1 to 12, that the text names by number or name. */
	public static Optional<Integer> month(String text) {
		String folded = NormalisedText.value(text);
		if (folded.matches("0?[1-9]|1[0-2]")) {
			return Optional.of(Integer.valueOf(folded));
		}
		List<Integer> names = MonthParser.names(folded);
		return (names.size() == 1) ? Optional.of(names.get(0)) : Optional.empty();
	}

	/** The calendar year that the text names. */
	public static Optional<Integer> year(String text) {
		String folded = NormalisedText.value(text);
		boolean year = folded.matches("\\d{4}") && isPlausible(Integer.parseInt(folded));
		return year ? Optional.of(Integer.valueOf(folded)) : Optional.empty();
	}

	static boolean isPlausible(int year) {
		return year >= 1990 && year <= 2100;
	}

	static int fullYear(String digits) {
		int year = Integer.parseInt(digits);
		return (digits.length() == 2) ? 2000 + year : year;
	}

	private static int number(Matcher matcher, int group) {
		return Integer.parseInt(matcher.group(group));
	}

}

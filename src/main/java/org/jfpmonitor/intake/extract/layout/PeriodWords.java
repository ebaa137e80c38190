package org.jfpmonitor.intake.extract.layout;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.written.Form;

/**
 * Every way in which the publications name a period. Days are written day first, as in
 * England; quarters are those of the financial year.
 */
public final class PeriodWords {

	/** A period in a layout file. */
	public static final Form<Period> FORM = Form.of("a period such as 2025-03, 2024-Q4, 2024/25 or 2025-03-31",
			"2025-03", (written) -> parse(written).orElseThrow(() -> new IllegalArgumentException(written)));

	private static final String TIME = "(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?)?";

	private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})" + TIME);

	private static final Pattern ENGLISH_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})" + TIME);

	private static final Pattern MONTH_FIRST = Pattern
		.compile("(?:0?[1-9]|1[0-2])[/.-](?:1[3-9]|2[0-9]|3[01])[/.-](?:\\d{4}|\\d{2})" + TIME);

	private static final Pattern DAY_FIRST = Pattern
		.compile("(?:1[3-9]|2[0-9]|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:\\d{4}|\\d{2})" + TIME);

	private static final Pattern PACKED_DAY = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");

	private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{2})");

	private static final Pattern YEARS = Pattern.compile("(\\d{4})\\s?[/-]\\s?(\\d{2}|\\d{4})");

	private static final Pattern QUARTER = Pattern
		.compile("(\\d{4})(?:[/-](?:\\d{4}|\\d{2}))?[ _-]*(?:q|quarter|qtr)[ _-]*([1-4])");

	private static final Pattern QUARTER_FIRST = Pattern
		.compile("(?:q|quarter|qtr)[ _-]*([1-4])[ _,-]*(\\d{4})[/-](?:\\d{4}|\\d{2})");

	private PeriodWords() {
	}

	/**
	 * The period that the text names, at the length it names; empty when it names none.
	 */
	public static Optional<Period> parse(String text) {
		String folded = Folded.value(text);
		try {
			Optional<Period> day = day(folded).map(Period::day);
			return day.isPresent() ? day : longer(folded);
		}
		catch (DateTimeException noSuchDay) {
			return Optional.empty();
		}
	}

	/** The day that the text names; empty when it names none. */
	public static Optional<LocalDate> date(String text) {
		return parse(text).filter((period) -> period.equals(Period.day(period.start()))).map(Period::start);
	}

	/** Whether the text can only be a day whose month is written first. */
	public static boolean isMonthFirst(String text) {
		return MONTH_FIRST.matcher(Folded.value(text)).matches();
	}

	/** Whether the text can only be a day that is written before its month. */
	public static boolean isDayFirst(String text) {
		return DAY_FIRST.matcher(Folded.value(text)).matches();
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
		if (YEARS.matcher(folded).matches()) {
			return financialYear(folded).map(FinancialYear::period);
		}
		return MonthWords.find(folded);
	}

	/** The financial year that the text names: {@code 2024/25}, {@code 2024-2025}. */
	public static Optional<FinancialYear> financialYear(String text) {
		Matcher years = YEARS.matcher(Folded.value(text));
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
		Matcher matcher = Pattern.compile("(?:.*[ _-])?(?:q|quarter|qtr)?[ _-]*([1-4])").matcher(Folded.value(text));
		if (matcher.matches()) {
			return Optional.of(number(matcher, 1));
		}
		List<Integer> months = MonthWords.names(Folded.value(text));
		boolean whole = months.size() == 2 && months.get(0) % 3 == 1 && months.get(1) == months.get(0) + 2;
		return whole ? Optional.of((months.get(0) + 8) % 12 / 3 + 1) : Optional.empty();
	}

	/** The month, 1 to 12, that the text names by number or name. */
	public static Optional<Integer> month(String text) {
		String folded = Folded.value(text);
		if (folded.matches("0?[1-9]|1[0-2]")) {
			return Optional.of(Integer.valueOf(folded));
		}
		List<Integer> names = MonthWords.names(folded);
		return (names.size() == 1) ? Optional.of(names.get(0)) : Optional.empty();
	}

	/** The calendar year that the text names. */
	public static Optional<Integer> year(String text) {
		String folded = Folded.value(text);
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

	/** Months written as words, in the middle of anything. */
	static final class MonthWords {

		private static final List<String> NAMES = List.of("january", "february", "march", "april", "may", "june",
				"july", "august", "september", "october", "november", "december");

		private static final Pattern RUN = Pattern.compile("[a-z]+|[0-9]+");

		private MonthWords() {
		}

		/** The month, or the months from the first to the last, that the text names. */
		static Optional<Period> find(String folded) {
			List<Run> runs = runs(folded);
			List<YearMonth> months = new ArrayList<>();
			Integer waiting = null;
			LocalDate day = null;
			for (int i = 0; i < runs.size(); i++) {
				int month = month(runs.get(i).text());
				if (month == 0) {
					continue;
				}
				Integer year = yearOf(runs, i, month);
				if (year == null) {
					waiting = (waiting == null) ? month : 0;
					continue;
				}
				if (waiting != null) {
					months.add(YearMonth.of((waiting <= month) ? year : year - 1, waiting));
					waiting = null;
				}
				months.add(YearMonth.of(year, month));
				day = dayBefore(runs, i, YearMonth.of(year, month));
			}
			if (waiting != null || months.isEmpty()) {
				return Optional.empty();
			}
			return (months.size() == 1 && day != null) ? Optional.of(Period.day(day)) : span(months);
		}

		private static Optional<Period> span(List<YearMonth> months) {
			YearMonth first = months.get(0);
			YearMonth last = months.get(months.size() - 1);
			if (months.size() > 2 || last.isBefore(first)) {
				return months.stream().distinct().count() == 1 ? Optional.of(Period.month(first)) : Optional.empty();
			}
			return Optional.of(Period.of(first.atDay(1), last.plusMonths(1).atDay(1)));
		}

		private static @Nullable Integer yearOf(List<Run> runs, int at, int month) {
			if (at + 1 < runs.size() && runs.get(at + 1).isYear()) {
				return fullYear(runs.get(at + 1).text());
			}
			if (at >= 2 && runs.get(at - 2).isFullYear() && runs.get(at - 1).text().length() % 2 == 0
					&& (Integer.parseInt(runs.get(at - 2).text()) + 1) % 100 == endOf(runs.get(at - 1))) {
				return Integer.parseInt(runs.get(at - 2).text()) + ((month < 4) ? 1 : 0);
			}
			return (at >= 1 && runs.get(at - 1).isFullYear()) ? Integer.valueOf(runs.get(at - 1).text()) : null;
		}

		private static int endOf(Run run) {
			return run.text().matches("\\d{2}|\\d{4}") ? Integer.parseInt(run.text()) % 100 : -1;
		}

		/** {@code 10th April 2025} is a day; the 01 of {@code DM01-MAY-2026} is none. */
		private static @Nullable LocalDate dayBefore(List<Run> runs, int at, YearMonth month) {
			int number = at - 1;
			if (number >= 0 && runs.get(number).text().matches("st|nd|rd|th")) {
				number--;
			}
			if (number < 0 || runs.get(number).attached() || !runs.get(number).text().matches("0?[1-9]|[12][0-9]|3[01]")
					|| at + 1 >= runs.size() || !runs.get(at + 1).isYear()) {
				return null;
			}
			int day = Integer.parseInt(runs.get(number).text());
			return month.isValidDay(day) ? month.atDay(day) : null;
		}

		/** The months named, with or without a year. */
		static List<Integer> names(String folded) {
			return runs(folded).stream().map((run) -> month(run.text())).filter((month) -> month > 0).toList();
		}

		private static int month(String word) {
			for (int i = 0; i < NAMES.size(); i++) {
				String name = NAMES.get(i);
				if (word.equals(name) || word.equals(name.substring(0, 3)) || (i == 8 && word.equals("sept"))) {
					return i + 1;
				}
			}
			return 0;
		}

		private static List<Run> runs(String folded) {
			List<Run> runs = new ArrayList<>();
			Matcher matcher = RUN.matcher(folded);
			int end = -1;
			while (matcher.find()) {
				runs.add(new Run(matcher.group(), matcher.start() == end));
				end = matcher.end();
			}
			return runs;
		}

		/** Letters or digits in a row, and whether others touch them on the left. */
		private record Run(String text, boolean attached) {

			boolean isFullYear() {
				return this.text.matches("\\d{4}") && isPlausible(Integer.parseInt(this.text));
			}

			boolean isYear() {
				return isFullYear() || this.text.matches("\\d{2}");
			}

		}

	}

}

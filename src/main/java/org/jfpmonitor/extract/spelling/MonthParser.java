package org.jfpmonitor.extract.spelling;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.calendar.Period;
import org.jspecify.annotations.Nullable;

/** Months written as words, in the middle of anything. */
final class MonthParser {

	private static final List<String> NAMES = List.of("january", "february", "march", "april", "may", "june", "july",
			"august", "september", "october", "november", "december");

	private static final Pattern RUN = Pattern.compile("[A-Za-z]+|[0-9]+");

	private MonthParser() {
	}

	/** The month, or the months from the first to the last, that the text names. */
	static Optional<Period> find(String folded) {
		List<Run> runs = runs(folded);
		List<YearMonth> months = new ArrayList<>();
		List<LocalDate> days = new ArrayList<>();
		Integer waiting = null;
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
			LocalDate day = dayBefore(runs, i, YearMonth.of(year, month));
			if (day != null) {
				days.add(day);
			}
		}
		if (waiting != null || months.isEmpty()) {
			return Optional.empty();
		}
		if (months.size() == 1 && days.size() == 1) {
			return Optional.of(Period.day(days.get(0)));
		}
		boolean closed = months.size() == 2 && days.size() == 2 && !days.get(1).isBefore(days.get(0));
		return closed ? Optional.of(Period.ofClosed(days.get(0), days.get(1))) : span(months);
	}

	private static Optional<Period> span(List<YearMonth> months) {
		YearMonth first = months.get(0);
		YearMonth last = months.get(months.size() - 1);
		if (months.size() > 2 || last.isBefore(first)) {
			return months.stream().distinct().count() == 1 ? Optional.of(Period.month(first)) : Optional.empty();
		}
		return Optional.of(Period.of(first.atDay(1), last.plusMonths(1).atDay(1)));
	}

	/**
	 * {@code January 2024/25} is of the financial year, and so is
	 * {@code 2024/25 January}.
	 */
	private static @Nullable Integer yearOf(List<Run> runs, int at, int month) {
		if (isYear(runs, at + 1)) {
			int year = PeriodParser.fullYear(runs.get(at + 1).text());
			if (!endsFinancialYear(runs, at + 2, year)) {
				return year;
			}
			boolean days = !runs.get(at + 1).isFullYear() && !runs.get(at + 2).between().equals("/");
			return days ? null : Integer.valueOf(year + ((month < 4) ? 1 : 0));
		}
		if (at >= 2 && runs.get(at - 2).isFullYear() && runs.get(at - 1).text().length() % 2 == 0
				&& (Integer.parseInt(runs.get(at - 2).text()) + 1) % 100 == endOf(runs.get(at - 1))) {
			return Integer.parseInt(runs.get(at - 2).text()) + ((month < 4) ? 1 : 0);
		}
		return (at >= 1 && runs.get(at - 1).isFullYear()) ? Integer.valueOf(runs.get(at - 1).text()) : null;
	}

	/** Four digits; or two, unless letters touch them that are no version. */
	private static boolean isYear(List<Run> runs, int at) {
		if (at >= runs.size()) {
			return false;
		}
		boolean goesOn = at + 1 < runs.size() && runs.get(at + 1).attached() && !runs.get(at + 1).text().equals("v");
		return runs.get(at).isFullYear() || (runs.get(at).text().matches("\\d{2}") && !goesOn);
	}

	/**
	 * Whether the next year follows behind a stroke or dash, and no month behind that.
	 */
	private static boolean endsFinancialYear(List<Run> runs, int at, int year) {
		return at < runs.size() && runs.get(at).between().matches("[/\\p{Pd}]")
				&& endOf(runs.get(at)) == (year + 1) % 100
				&& (at + 1 >= runs.size() || month(runs.get(at + 1).text()) == 0);
	}

	private static int endOf(Run run) {
		return run.text().matches("\\d{2}|\\d{4}") ? Integer.parseInt(run.text()) % 100 : -1;
	}

	/**
	 * {@code 10th April 2025} is a day; the 01 of {@code DM01-MAY-2026} is none.
	 * @throws java.time.DateTimeException when the month is too short for it
	 */
	private static @Nullable LocalDate dayBefore(List<Run> runs, int at, YearMonth month) {
		boolean yearFollows = isYear(runs, at + 1);
		int before = beforeMonth(runs, at, yearFollows);
		return (yearFollows && before > 0) ? month.atDay(Integer.parseInt(runs.get(at - before).text())) : null;
	}

	/** The months named, with or without a year. */
	static List<Integer> names(String folded) {
		return runs(folded).stream().map((run) -> month(run.text())).filter((month) -> month > 0).toList();
	}

	/** Every month with its day and year, as the text spells them. */
	static List<String> dates(String text) {
		List<Run> runs = runs(text);
		List<String> dates = new ArrayList<>();
		for (int i = 0; i < runs.size(); i++) {
			int month = month(runs.get(i).text());
			if (month > 0) {
				boolean yearFollows = isYear(runs, i + 1);
				int first = i - beforeMonth(runs, i, yearFollows);
				dates.add(text.substring(runs.get(first).start(), runs.get(yearFollows ? i + 1 : i).end()));
			}
		}
		return dates;
	}

	/** How many runs before the month belong to it: its day, or else its year. */
	private static int beforeMonth(List<Run> runs, int at, boolean yearFollows) {
		if (!yearFollows) {
			return (at >= 1 && runs.get(at - 1).isFullYear()) ? 1 : 0;
		}
		int number = (at >= 1 && runs.get(at - 1).isOrdinal()) ? at - 2 : at - 1;
		return (number >= 0 && runs.get(number).isDay()) ? at - number : 0;
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

	private static List<Run> runs(String text) {
		List<Run> runs = new ArrayList<>();
		Matcher matcher = RUN.matcher(text);
		int end = -1;
		while (matcher.find()) {
			runs.add(new Run(matcher.group().toLowerCase(Locale.ROOT), matcher.start(), matcher.end(),
					(end >= 0) ? text.substring(end, matcher.start()).strip() : "", matcher.start() == end));
			end = matcher.end();
		}
		return runs;
	}

	/**
	 * Letters or digits in a row.
	 *
	 * @param text in small letters
	 * @param start where it begins
	 * @param end where it ends, exclusive
	 * @param between the signs between it and the one before, but for spaces
	 * @param attached whether others touch it on the left
	 */
	private record Run(String text, int start, int end, String between, boolean attached) {

		boolean isFullYear() {
			return this.text.matches("\\d{4}") && PeriodParser.isPlausible(Integer.parseInt(this.text));
		}

		boolean isOrdinal() {
			return this.text.matches("st|nd|rd|th");
		}

		boolean isDay() {
			return !this.attached && this.text.matches("0?[1-9]|[12][0-9]|3[01]");
		}

	}

}

package org.jfpmonitor.extract.spelling;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.FinancialYear;
import org.jfpmonitor.calendar.Period;

/**
 * What may stand beside the months of a period and changes nothing. Whatever else stands
 * there may make something else of it: {@code FYTD March 2025}, {@code March 2025 wk 2}.
 */
final class PeriodWords {

	private static final Set<String> ANYWHERE = Set.of("in", "for", "of", "the", "at", "as", "on", "month", "period",
			"reporting", "reported", "performance", "date", "data", "actual", "actuals", "provisional", "prov", "p",
			"r", "final", "revised", "rev", "figure", "figures", "value", "values", "v", "version", "m", "monthly",
			"submitted", "experimental", "official", "statistics", "end", "validated", "unvalidated", "refreshed",
			"refresh");

	private static final Set<String> OF_DAYS = Set.of("st", "nd", "rd", "th", "day", "mon", "tue", "tues", "wed", "thu",
			"thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
			"sunday", "t", "z", "h", "week", "weekly", "wk", "w", "e", "c", "b", "ending", "ended", "commencing",
			"beginning", "starting");

	private static final Set<String> OF_LONGER = Set.of("q", "qtr", "quarter", "quarterly", "year", "yr", "fy",
			"financial", "fin", "annual", "calendar", "cy", "months", "to", "until", "through", "from", "and", "ending",
			"ended", "end", "st", "nd", "rd", "th", "y", "e");

	private static final Set<String> BESIDE_ANY = Stream.of(ANYWHERE, OF_DAYS, OF_LONGER, Set.of("weeks"))
		.flatMap(Set::stream)
		.collect(Collectors.toUnmodifiableSet());

	/** Where a month or a day is named by its end. */
	private static final Set<String> OF_ENDS = Set.of("ending", "ended", "end", "to", "until", "day", "e");

	private static final Pattern WEEK = Pattern
		.compile("(?<!\\p{L})(?:week|wk|fortnight)s?(?!\\p{L})|(?<!\\p{L})w\\s?/\\s?[ecb](?!\\p{L})");

	private static final Pattern TIME = Pattern.compile("(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?");

	/** Publications begin their months with what they are: {@code MSitAE-MARCH-2025}. */
	private static final Pattern CODE = Pattern.compile(
			"^(?!(?:f?ytd|mtd|mid|early|late|half|part|first|second|av(?:era)?ge?|mean|median|totals?|sum|rolling|r?12m?|cum(?:ulative)?|previous|prior|last|next|weeks?|wk|wk?[0-9]+|months?|quarters?|years?|to|until|till|from|since|before|after|up|through|[qhm][0-9]+|plan(?:ned)?|targets?|forecasts?|budget|baseline)[-_])"
					+ "\\p{L}[\\p{L}0-9]*[-_](?=\\p{L})");

	/** A sign for a note: {@code March 2025 (1)}. */
	private static final Pattern NOTE = Pattern.compile("\\s*[\\[(](?:note )?[0-9]{1,2}[\\])]$");

	/** The same raised, which would else be digits of the year. */
	private static final Pattern RAISED_NOTE = Pattern.compile("(?<=\\S)[¹²³⁰⁴-⁹]{1,2}\\s*$");

	private static final Pattern RUN = Pattern.compile("\\p{L}+|[0-9]+");

	private PeriodWords() {
	}

	/** Whether a word may stand beside some period, of whatever length. */
	static boolean mayStandBesideAny(String word) {
		return BESIDE_ANY.contains(word);
	}

	/** The text without a raised number at its end, as in {@code March 2025¹}. */
	static String withoutRaisedNote(String text) {
		return RAISED_NOTE.matcher(text).replaceFirst("");
	}

	/** Whether the text is about a week, which a single day of it names. */
	static boolean sayWeek(String text) {
		return WEEK.matcher(text.toLowerCase(Locale.ROOT)).find();
	}

	/**
	 * Whether a text that names the period by names of months says no more.
	 * @param text as it stands in a field or heading
	 */
	static boolean sayNoMore(String text, Period period) {
		String timeless = TIME.matcher(NormalisedText.value(withoutRaisedNote(text))).replaceAll(" ");
		String small = PeriodEnding.spelt(NOTE.matcher(timeless).replaceFirst(""));
		String rest = CODE.matcher(small).replaceFirst("");
		if (MonthParser.names(rest).isEmpty()) {
			return true; // in numbers it was matched as a whole
		}
		boolean bothNamed = MonthParser.names(rest).size() > 1;
		Set<String> words = words(period, bothNamed, PeriodEnding.isNamedByEnd(small));
		Set<Integer> numbers = numbers(period, bothNamed);
		String before = "";
		Matcher run = RUN.matcher(rest);
		while (run.find()) {
			String found = run.group();
			boolean belongs = Character.isDigit(found.charAt(0)) ? belongs(found, before, numbers, period)
					: words.contains(found) || PeriodParser.month(found).isPresent();
			if (!belongs) {
				return false;
			}
			before = found;
		}
		return true;
	}

	private static boolean belongs(String digits, String before, Set<Integer> numbers, Period period) {
		if (digits.length() > 4) {
			return false;
		}
		int number = Integer.parseInt(digits);
		boolean counted = switch (before) {
			// The month of a financial year, from April on.
			case "m", "month" -> number == (period.start().getMonthValue() + 8) % 12 + 1 && period.isMonth();
			case "v", "version" -> true;
			case "q", "quarter", "qtr" -> number == (period.start().getMonthValue() + 8) % 12 / 3 + 1;
			default -> false;
		};
		return counted || numbers.contains(number) || (number > 1 && number == months(period));
	}

	private static Set<String> words(Period period, boolean bothNamed, boolean namedByEnd) {
		Set<String> words = new HashSet<>(ANYWHERE);
		if (period.equals(Period.day(period.start()))) {
			words.addAll(OF_DAYS);
		}
		else if (bothNamed || !period.isMonth()) {
			words.addAll(OF_LONGER);
		}
		if (namedByEnd) {
			words.addAll(OF_ENDS);
		}
		return words;
	}

	/**
	 * Its years, whole or by two digits, and its days, of a month where both are named.
	 */
	private static Set<Integer> numbers(Period period, boolean bothNamed) {
		Set<Integer> numbers = new HashSet<>();
		Stream.of(period.start(), period.lastDay()).forEach((day) -> {
			if (bothNamed || !period.isMonth()) {
				numbers.add(day.getDayOfMonth());
			}
			addYears(numbers, day);
		});
		return numbers;
	}

	private static void addYears(Set<Integer> numbers, LocalDate day) {
		int financial = FinancialYear.of(day).startYear();
		for (int year : new int[] { day.getYear(), financial, financial + 1 }) {
			numbers.add(year);
			numbers.add(year % 100);
		}
	}

	private static int months(Period period) {
		return (int) ChronoUnit.MONTHS.between(period.start(), period.endExclusive());
	}

}

package org.jfpmonitor.extract.spelling;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jfpmonitor.calendar.Period;

/**
 * What words around a month or day make of it: {@code 12 months to March 2025} is no
 * March, and {@code Mar 2025 YTD} begins on a day that it does not say.
 */
final class PeriodEnding {

	/** How it begins is not said, or it is no period but what came of one. */
	private static final Pattern OPEN = Pattern.compile("\\bto[ -]date\\b|\\b(?:f?ytd|mtd|cumulative|cum|since)\\b");

	private static final Pattern ENDING = Pattern
		.compile("(?:(\\d{1,2})[ -])?(month|year|yr|quarter|qtr|week|day)(s?)[ -](?:period )?"
				+ "(?:to|end|ending|ended|until)\\b");

	/** A share of it, a change, a bound: not what there was in the period. */
	private static final Pattern SIGNS = Pattern.compile("[%‰£$€<>±#Δ↑↓=]|\\+\\s?/?\\s?-");

	private static final Pattern SHORT = Pattern.compile("(?<!\\p{L})([mqy])\\s?/\\s?e(?!\\p{L})");

	private PeriodEnding() {
	}

	/** The text with {@code q/e} as {@code quarter ending}. */
	static String spelt(String folded) {
		return SHORT.matcher(folded).replaceAll((found) -> switch (found.group(1)) {
			case "m" -> "month ending";
			case "q" -> "quarter ending";
			default -> "year ending";
		});
	}

	/** Whether the period is named by its end, as in {@code quarter to March 2025}. */
	static boolean isNamedByEnd(String folded) {
		return ENDING.matcher(folded).find();
	}

	/**
	 * The period that the whole text names.
	 * @param folded the text, in small letters
	 * @param found the period named in it
	 * @return empty when nobody can tell where it begins, or when more is said than a
	 * period
	 */
	static Optional<Period> of(String folded, Period found) {
		String spelt = spelt(folded);
		if (OPEN.matcher(folded).find() || SIGNS.matcher(folded).find()) {
			return Optional.empty();
		}
		Matcher ending = ENDING.matcher(spelt);
		if (!ending.find()) {
			return Optional.of(found);
		}
		String number = ending.group(1);
		boolean severalUnsaid = number == null && !ending.group(3).isEmpty();
		LocalDate end = found.endExclusive();
		int count = (number != null) ? Integer.parseInt(number) : 1;
		LocalDate start = switch (ending.group(2)) {
			case "year", "yr" -> end.minusYears(count);
			case "quarter", "qtr" -> end.minusMonths(3L * count);
			// The month, week or day itself is named by its end.
			case "month" -> (count == 1) ? found.start() : end.minusMonths(count);
			case "week" -> (count == 1) ? found.start() : end.minusWeeks(count);
			default -> (count == 1) ? found.start() : end.minusDays(count);
		};
		if (severalUnsaid) {
			return Optional.empty();
		}
		return Optional.of(start.isBefore(found.start()) ? Period.of(start, end) : found);
	}

}

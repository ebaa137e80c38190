package org.jfpmonitor.extract.spelling;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.jfpmonitor.calendar.Period;

/**
 * A heading that names a period and says no more, so that what stands below is the figure
 * of the period, and not a target for it, a share or a sum up to it.
 */
public final class PeriodHeading {

	/**
	 * What may stand in the heading of a period beside its month, and changes nothing.
	 */
	private static final Set<String> WORDS_OF_PERIODS = Set.of("q", "qtr", "quarter", "fy", "financial", "fin",
			"calendar", "cy", "year", "yr", "month", "months", "week", "weeks", "wk", "w", "e", "c", "ending",
			"commencing", "beginning", "starting", "ended", "end", "to", "of", "the", "and", "in", "for", "from",
			"until", "st", "nd", "rd", "th", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday",
			"wednesday", "thursday", "friday", "saturday", "sunday", "t", "z", "h", "m", "p", "r", "actual",
			"provisional", "prov", "final", "revised", "rev", "figure", "figures", "value", "values", "date", "period");

	/** Of a day with its time zone, too. */
	private static final Pattern SIGNS_OF_PERIODS = Pattern
		.compile("(?:[\\p{L}\\p{N}\\s\\p{Z}.,:;/()\\[\\]'’\"_\\-\\p{Pd}&]|\\+(?=\\d))*");

	/** Whatever is longer says more. */
	private static final int LONGEST = 200;

	/** What is up to a month, or from one on, is not of that month. */
	private static final Pattern UP_TO_OR_FROM = Pattern
		.compile("\\s*(?:to|until)\\b.*|.*\\bto[ -]date\\b.*|\\s*from\\b(?!.*\\b(?:to|until)\\b).*");

	private PeriodHeading() {
	}

	/** The period that it names; empty where it says more, or names none. */
	public static Optional<Period> parse(String heading) {
		return PeriodParser.parse(heading)
			.filter((period) -> saysNoMore(heading) && PeriodWords.sayNoMore(heading, period));
	}

	/** Whether nothing stands in it but what may stand beside a period. */
	public static boolean saysNoMore(String header) {
		return header.length() <= LONGEST && SIGNS_OF_PERIODS.matcher(header).matches()
				&& !UP_TO_OR_FROM.matcher(header.toLowerCase(Locale.ROOT)).matches()
				&& Pattern.compile("[^\\p{L}]+")
					.splitAsStream(header.toLowerCase(Locale.ROOT))
					.allMatch((word) -> word.isEmpty() || WORDS_OF_PERIODS.contains(word)
							|| PeriodParser.month(word).isPresent());
	}

}

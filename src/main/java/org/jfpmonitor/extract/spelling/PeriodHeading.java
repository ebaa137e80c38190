package org.jfpmonitor.extract.spelling;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jfpmonitor.calendar.Period;

/**
 * A heading that names a period and says no more, so that what stands below is the figure
 * of the period, and not a target for it, a share or a sum up to it.
 */
public final class PeriodHeading {

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
					.allMatch((word) -> word.isEmpty() || PeriodWords.mayStandBesideAny(word)
							|| PeriodParser.month(word).isPresent());
	}

}

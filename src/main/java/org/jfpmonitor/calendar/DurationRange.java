package org.jfpmonitor.calendar;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The lengths of time that a setting may name.
 *
 * @param least the shortest, inclusive
 * @param most the longest, inclusive
 */
public record DurationRange(Duration least, Duration most) {

	/**
	 * What is wrong with a length of time, in words; empty when nothing is.
	 * @param setting the full name of the setting, with which the sentence begins
	 */
	public Optional<String> fault(String setting, Duration found) {
		return (found.compareTo(this.least) >= 0 && found.compareTo(this.most) <= 0) ? Optional.empty()
				: Optional.of(setting + ": expected " + inWords(this.least) + " to " + inWords(this.most) + ", found "
						+ inWords(found) + ". Correct it; a number without a unit counts milliseconds.");
	}

	/** As settings write it: {@code 30d}, {@code 1h30m}, {@code 0.03s}. */
	private static String inWords(Duration length) {
		boolean wholeDays = !length.isZero() && length.equals(Duration.ofDays(length.toDays()));
		return wholeDays ? length.toDays() + "d" : length.toString().substring(2).toLowerCase(Locale.ROOT);
	}

}

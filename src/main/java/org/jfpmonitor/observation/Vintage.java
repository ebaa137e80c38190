package org.jfpmonitor.observation;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * How new a file says it is: the day it was published or revised, and its version on that
 * day. Where the file does not say, the day of arrival stands in.
 *
 * @param day published or revised on
 * @param version 1, or the file's version suffix
 */
public record Vintage(LocalDate day, int version) implements Comparable<Vintage> {

	@Override
	public int compareTo(Vintage other) {
		return Comparator.comparing(Vintage::day).thenComparing(Vintage::version).compare(this, other);
	}

}

package org.jfpmonitor.observation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * How new a file is. A file whose publisher states the day is newer than any that does
 * not state its own, whenever that one was dropped; of two that do, or two that do not,
 * the later day is the newer, and on the same day the higher version.
 *
 * @param datedBy where the day comes from
 * @param day published or revised on, or what stands in for it
 * @param version 1, or the file's version suffix
 */
public record Vintage(DatedBy datedBy, LocalDate day, int version) implements Comparable<Vintage> {

	/** The publisher says when it was published or revised. */
	public static Vintage stated(LocalDate day, int version) {
		return new Vintage(DatedBy.PUBLISHER, day, version);
	}

	/** Only its arrival dates it. */
	public static Vintage arrived(LocalDate day) {
		return new Vintage(DatedBy.ARRIVAL, day, 1);
	}

	/**
	 * The vintage as text of one length, of which the greater belongs to the newer file.
	 */
	public String rank() {
		return "%d %s %010d".formatted((this.datedBy == DatedBy.PUBLISHER) ? 1 : 0, this.day, this.version);
	}

	/**
	 * The vintage of a file whose publisher states its day, from its rank; empty for
	 * others.
	 */
	public static Optional<Vintage> ofStated(String rank) {
		String[] parts = rank.split(" ", -1);
		return parts[0].equals("1") ? Optional.of(stated(LocalDate.parse(parts[1]), Integer.parseInt(parts[2])))
				: Optional.empty();
	}

	@Override
	public int compareTo(Vintage other) {
		return Comparator.comparing(Vintage::rank).compare(this, other);
	}

	/** Where the day of a vintage comes from. */
	public enum DatedBy {

		/** The file, its name or its lines say it. */
		PUBLISHER("as it states"),
		/** The file does not say it: the day of arrival, in London. */
		ARRIVAL("the day it arrived"),
		/** The file does not say it: the last day of its newest period. */
		LATEST_PERIOD("the end of its newest period");

		private final String words;

		DatedBy(String words) {
			this.words = words;
		}

		/** {@code the day it arrived}. */
		public String inWords() {
			return this.words;
		}

		/**
		 * What it means that a figure of such a file does not count; empty where the file
		 * states its day.
		 */
		public Optional<String> whyOutranked() {
			return (this == PUBLISHER) ? Optional.empty()
					: Optional
						.of("This file does not state the day on which it was published, so it counts as published on "
								+ this.words + " and replaces nothing of a file that states its own.");
		}

		/** The word kept in the store: {@code latest_period}. */
		public String code() {
			return name().toLowerCase(Locale.ROOT);
		}

		/**
		 * The constant of the code.
		 * @throws IllegalArgumentException when there is none
		 */
		public static DatedBy coded(String code) {
			return valueOf(code.toUpperCase(Locale.ROOT));
		}

	}

}

package org.jfpmonitor.observation;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How new a file says it is. What follows from it beside another file is decided by
 * {@link Provenance#isNewerByItsWord}.
 *
 * @param datedBy where the day comes from
 * @param day published or revised on, or what stands in for it
 * @param version 1, or the file's version suffix; with the rank of a word such as revised
 * or final a thousand times that rank more
 */
public record Vintage(DatedBy datedBy, LocalDate day, int version) {

	/** A word outweighs any version suffix. */
	private static final int OF_A_WORD = 1000;

	/** The publisher says when it was published or revised. */
	public static Vintage stated(LocalDate day, int version) {
		return new Vintage(DatedBy.PUBLISHER, day, version);
	}

	/** Only its arrival dates it. */
	public static Vintage arrived(LocalDate day) {
		return new Vintage(DatedBy.ARRIVAL, day, 1);
	}

	/**
	 * What a file says of its version.
	 * @param word the rank of its word; 0 for none
	 * @param suffix 1 for none
	 */
	public static int versionOf(int word, int suffix) {
		return word * OF_A_WORD + suffix;
	}

	/** The rank of the word that says how final it is; 0 for none. */
	public int word() {
		return this.version / OF_A_WORD;
	}

	/** The version that the name of the file gave; 1 when it gave none. */
	public int suffix() {
		return Math.max(1, this.version % OF_A_WORD);
	}

	/**
	 * The vintage as text of one length, of which the greater belongs to the newer file
	 * where the two can be compared.
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

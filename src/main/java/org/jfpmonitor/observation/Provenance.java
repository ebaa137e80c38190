package org.jfpmonitor.observation;

import java.time.Instant;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;

/**
 * Where figures came from and since when they are known.
 *
 * @param delivery the delivery they were read from
 * @param fileName that delivery's file name
 * @param layout the layout that read it
 * @param vintage how new the file says it is
 * @param knownAt when the delivery arrived
 */
public record Provenance(DeliveryId delivery, String fileName, String layout, Vintage vintage, Instant knownAt) {

	/** The same delivery, of which a part is as new as this. */
	public Provenance dated(Vintage part) {
		return part.equals(this.vintage) ? this
				: new Provenance(this.delivery, this.fileName, this.layout, part, this.knownAt);
	}

	/**
	 * Whether what it says of itself makes it newer than the other, whichever arrived
	 * first: a stated day beside none, a later day of the same kind, or on the same day a
	 * higher version. Days of different kinds say nothing of each other. Versions count
	 * among files of one layout; between those of two layouts only words do, such as
	 * final and provisional, where both files bear one.
	 */
	public boolean isNewerByItsWord(Provenance other) {
		Vintage older = other.vintage();
		if (this.vintage.datedBy() != older.datedBy()) {
			return this.vintage.datedBy() == Vintage.DatedBy.PUBLISHER;
		}
		if (!this.vintage.day().equals(older.day())) {
			return this.vintage.day().isAfter(older.day());
		}
		return this.layout.equals(other.layout) ? this.vintage.version() > older.version()
				: older.word() > 0 && this.vintage.word() > older.word();
	}

	/**
	 * Why a figure of the other, which came later, does not count beside one of this;
	 * empty where this is not newer by its word, or both state their day and it is plain.
	 */
	public Optional<String> whyNotReplacedBy(Provenance other) {
		if (!isNewerByItsWord(other)) {
			return Optional.empty();
		}
		String counts = "This file does not state the day on which it was published, so it counts as published on "
				+ other.vintage().datedBy().inWords();
		if (this.vintage.datedBy() != other.vintage().datedBy()) {
			return Optional.of(counts + " and replaces nothing of a file that states its own.");
		}
		if (this.vintage.day().equals(other.vintage().day())) {
			return Optional.of("What is held counts as published on the same day, with a higher version or a more final"
					+ " word (" + this.fileName + "). If this file is the newer one, say so in its name, such as with"
					+ " _v2 or a higher number, and import that.");
		}
		return (this.vintage.datedBy() == Vintage.DatedBy.PUBLISHER) ? Optional.empty()
				: Optional.of(counts + ", " + Period.day(other.vintage().day()).inWords()
						+ "; what is held counts as of " + Period.day(this.vintage.day()).inWords() + ".");
	}

}

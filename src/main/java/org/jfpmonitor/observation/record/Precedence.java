package org.jfpmonitor.observation.record;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Provenance;

/**
 * Which of two deliveries counts where both speak of the same cell: the one with the
 * greater precedence, a text that is stored with each coverage and compared as plain
 * characters, here and in SQL.
 * <p>
 * It is made of the rank of the vintage, then the moment of arrival, then the number of
 * the delivery. A line for one organisation that nothing but its arrival dates does not
 * compete by its day: it has the rank of the newest extract that came before it or with
 * it, and so stands above that one and below the next that is no older, whatever dates
 * they bear. A part of a publication is no such line: it has the rank of its own vintage.
 */
public final class Precedence {

	/** Below every vintage: of a line before which no extract came. */
	public static final String LOWEST_RANK = "0 0000-01-01 0000000000";

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS")
		.withZone(ZoneOffset.UTC);

	private Precedence() {
	}

	/**
	 * The precedence of what a delivery covers.
	 * @param rank that of its vintage, or of the extracts before it
	 */
	public static String of(String rank, Coverage coverage, Provenance provenance) {
		return "%s %s %d %019d".formatted(rank, MOMENT.format(provenance.knownAt()),
				coverage.isRankedByArrival(provenance.vintage()) ? 1 : 0, provenance.delivery().value());
	}

	/** The rank in a precedence. */
	static String rank(String precedence) {
		return precedence.substring(0, LOWEST_RANK.length());
	}

}

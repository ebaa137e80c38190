package org.jfpmonitor.commentary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of the points that a report opens with, before anything else is said.
 *
 * @param asOf the day that the report speaks of
 * @param version counting from 1 for each day
 * @param points each a sentence or two; none where they were taken out
 * @param approved whether a report was published with them; else they are a draft, which
 * only editors see
 * @param author who wrote it
 * @param knownAt when
 */
public record Opening(LocalDate asOf, int version, List<String> points, boolean approved, String author,
		Instant knownAt) {

	/** How many characters the points may have together. */
	public static final int LONGEST = 4000;

	public Opening {
		points = List.copyOf(points);
	}

	/**
	 * The points in a text of a line each; a dash or a star before them is left out.
	 */
	public static List<String> points(String text) {
		return text.lines().map(TextBlock::unmarked).filter((line) -> !line.isEmpty()).toList();
	}

}

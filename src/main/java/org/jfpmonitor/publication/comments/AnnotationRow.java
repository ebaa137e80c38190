package org.jfpmonitor.publication.comments;

import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.commentary.Annotation;
import org.jfpmonitor.publication.page.LondonTime;

/**
 * An annotation as a page shows it, in the drawing by its letter.
 *
 * @param letter which one it is among those of its measure
 * @param number its number
 * @param days the days that it speaks of
 * @param daysInWords the same in words
 * @param words what happened
 * @param author who wrote it
 * @param written when, in words
 */
public record AnnotationRow(String letter, long number, Period days, String daysInWords, String words, String author,
		String written) {

	private static final int LETTERS = 26;

	/** Each with the letter of its place. */
	public static List<AnnotationRow> of(List<Annotation> annotations) {
		List<AnnotationRow> rows = new ArrayList<>();
		for (Annotation each : annotations) {
			rows.add(new AnnotationRow(letter(rows.size()), each.number(), each.days(), each.days().inWords(),
					each.words(), each.author(), LondonTime.dayInWords(each.knownAt())));
		}
		return rows;
	}

	/** A to Z, then A1 and so on. */
	private static String letter(int place) {
		String letter = String.valueOf((char) ('A' + place % LETTERS));
		return (place < LETTERS) ? letter : letter + place / LETTERS;
	}

}

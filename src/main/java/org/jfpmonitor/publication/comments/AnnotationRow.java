package org.jfpmonitor.publication.comments;

import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.commentary.Annotation;
import org.jfpmonitor.publication.page.LondonTime;

/**
 * An annotation as a page shows it, in the drawing by its letter.
 *
 * @param letter which one it is among those in the drawing of its measure; empty when the
 * drawing has no figure for its days
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

	/** Those in the drawing first, each with the letter of its place. */
	public static List<AnnotationRow> of(List<Annotation> annotations, MeasureSeries series) {
		List<AnnotationRow> rows = new ArrayList<>();
		annotations.stream()
			.filter((each) -> series.hasPeriodOn(each.days()))
			.forEach((each) -> rows.add(row(letter(rows.size()), each)));
		annotations.stream()
			.filter((each) -> !series.hasPeriodOn(each.days()))
			.forEach((each) -> rows.add(row("", each)));
		return rows;
	}

	private static AnnotationRow row(String letter, Annotation annotation) {
		return new AnnotationRow(letter, annotation.number(), annotation.days(), annotation.days().inWords(),
				annotation.words(), annotation.author(), LondonTime.dayInWords(annotation.knownAt()));
	}

	/** A to Z, then A1 and so on. */
	private static String letter(int place) {
		String letter = String.valueOf((char) ('A' + place % LETTERS));
		return (place < LETTERS) ? letter : letter + place / LETTERS;
	}

}

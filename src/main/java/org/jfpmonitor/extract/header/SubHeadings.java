package org.jfpmonitor.extract.header;

import java.util.List;
import java.util.function.IntPredicate;

import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.spelling.HeadingWords;
import org.jfpmonitor.extract.spelling.OtherFigures;

/**
 * Headings in the row below a header, of which several stand below one: which of the
 * columns is meant, this year or last year, nobody can tell. Or of which one says that
 * the figures below are others than what came about.
 */
public final class SubHeadings {

	private SubHeadings() {
	}

	/**
	 * Looks at the first row below the header.
	 * @param usesNumber whether numbers of the column at a position are used
	 * @throws ExtractRefused where it has headings for several columns below one, or says
	 * that what stands below is a plan, of another time or in thousands
	 */
	public static void refuse(Header header, String[] row, IntPredicate usesNumber) {
		boolean ofData = header.positions().min(Integer::compare).filter((at) -> isFilled(row, at)).isPresent();
		if (ofData) {
			return;
		}
		header.positions()
			.filter((at) -> usesNumber.test(at) && isFilled(row, at) && isFilled(row, at + 1) && at + 1 < header.width()
					&& header.name(at + 1).isBlank())
			.findFirst()
			.ifPresent((at) -> {
				throw new ExtractRefused(List.of("Expected one column below the heading \"" + header.name(at)
						+ "\", found \"" + Reject.legible(row[at]) + "\" and \"" + Reject.legible(row[at + 1])
						+ "\". Keep the one that is meant, with one heading above it."));
			});
		header.positions()
			.filter((at) -> usesNumber.test(at) && isFilled(row, at) && saysOtherFigures(row[at]))
			.findFirst()
			.ifPresent((at) -> {
				throw new ExtractRefused(List.of("Expected figures of what came about below the heading \""
						+ header.name(at) + "\", found \"" + Reject.legible(row[at])
						+ "\". Send such figures, or delete that row where the figures are what the heading says."));
			});
	}

	private static boolean saysOtherFigures(String words) {
		return HeadingWords.isPlan(words) || OtherFigures.inTitle(words) || OtherFigures.inWord(words);
	}

	private static boolean isFilled(String[] row, int at) {
		return at < row.length && !row[at].isBlank();
	}

}

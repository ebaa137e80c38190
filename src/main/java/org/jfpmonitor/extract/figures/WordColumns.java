package org.jfpmonitor.extract.figures;

import java.util.List;
import java.util.stream.IntStream;

import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.period.PeriodReader;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.HeadingWords;
import org.jfpmonitor.extract.spelling.LookupCache;

/**
 * The columns of a file in which words stand, asked for or not: neither numbers that are
 * used nor periods.
 */
final class WordColumns {

	private final int[] positions;

	/** By the place of a column among the positions. */
	private final List<LookupCache<OfTotals>> known;

	WordColumns(FileColumns columns, List<CompiledFigure> figures, PeriodReader periods) {
		this.positions = IntStream.range(0, columns.header().width())
			.filter((at) -> !periods.isAt(at) && figures.stream()
				.flatMap((figure) -> figure.terms().stream())
				.noneMatch((term) -> term.usesNumber(at)))
			.toArray();
		this.known = positions().mapToObj((at) -> new LookupCache<>(OfTotals::of)).toList();
	}

	/** Where they are, counting from 0. */
	IntStream positions() {
		return IntStream.of(this.positions);
	}

	/** Those that say that the row is a sum of others. */
	IntStream totals(Row row) {
		return IntStream.range(0, this.positions.length)
			.filter((i) -> ofTotals(row, i) == OfTotals.SAYS)
			.map((i) -> this.positions[i]);
	}

	/** Whether one of them says that the row is a sum of others. */
	boolean sayTotal(Row row) {
		return totals(row).findAny().isPresent();
	}

	/** Whether one of them has a word that totals often have. */
	boolean mentionTotal(Row row) {
		return IntStream.range(0, this.positions.length).anyMatch((i) -> ofTotals(row, i) != OfTotals.NOT);
	}

	private OfTotals ofTotals(Row row, int column) {
		return this.known.get(column).get(row.text(this.positions[column]));
	}

	/** Whether one of them says anything in letters. */
	boolean sayAnything(Row row) {
		for (int position : this.positions) {
			if (row.text(position).chars().anyMatch(Character::isLetter)) {
				return true;
			}
		}
		return false;
	}

	/** How much a text has to do with totals. */
	private enum OfTotals {

		NOT, MENTIONS, SAYS;

		static OfTotals of(String text) {
			return HeadingWords.isTotalOrPart(text) ? SAYS : HeadingWords.mentionsTotal(text) ? MENTIONS : NOT;
		}

	}

}

package org.jfpmonitor.extract.figures;

import java.util.List;
import java.util.stream.IntStream;

import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.period.PeriodReader;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.HeadingWords;

/**
 * The columns of a file in which words stand, asked for or not: neither numbers that are
 * used nor periods.
 */
final class WordColumns {

	private final int[] positions;

	WordColumns(FileColumns columns, List<CompiledFigure> figures, PeriodReader periods) {
		this.positions = IntStream.range(0, columns.header().width())
			.filter((at) -> !periods.isAt(at) && figures.stream()
				.flatMap((figure) -> figure.terms().stream())
				.noneMatch((term) -> term.usesNumber(at)))
			.toArray();
	}

	/** Where they are, counting from 0. */
	IntStream positions() {
		return IntStream.of(this.positions);
	}

	/** Those that say that the row is a sum of others. */
	IntStream totals(Row row) {
		return positions().filter((at) -> HeadingWords.isTotal(row.text(at)));
	}

	/** Whether one of them says that the row is a sum of others. */
	boolean sayTotal(Row row) {
		for (int position : this.positions) {
			if (HeadingWords.isTotal(row.text(position))) {
				return true;
			}
		}
		return false;
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

}

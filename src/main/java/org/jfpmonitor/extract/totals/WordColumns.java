package org.jfpmonitor.extract.totals;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.compiled.CompiledTerm;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.period.PeriodReader;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.HeadingWords;
import org.jfpmonitor.extract.spelling.OtherFigures;
import org.jfpmonitor.extract.spelling.LookupCache;

/**
 * The columns of a file in which words stand, asked for or not: neither numbers that are
 * used nor periods.
 */
public final class WordColumns {

	private final int[] positions;

	/**
	 * Where those are whose words say nothing of what the numbers are: the layout chooses
	 * rows by them, so that it knows their words, or they are names or remarks.
	 */
	private final BitSet sayNothing = new BitSet();

	/** By the place of a column among the positions. */
	private final List<LookupCache<OfTotals>> known;

	/** Those of the file, none of which has shown a word yet. */
	public WordColumns(FileColumns columns, List<CompiledFigure> figures, List<CompiledLevel> levels,
			PeriodReader periods) {
		Stream
			.of(columns.layout().leaveOut().stream(), levels.stream().map((level) -> level.level().where()),
					figures.stream().flatMap((figure) -> figure.terms().stream()).map(CompiledTerm::conditions))
			.flatMap((each) -> each)
			.flatMap((conditions) -> conditions.all().stream())
			.map(Conditions.Test::column)
			.filter(columns::has)
			.forEach((id) -> this.sayNothing.set(columns.position(id)));
		columns.layout()
			.columns()
			.values()
			.stream()
			.filter((column) -> column.ofNames() && columns.has(column.id()))
			.forEach((column) -> this.sayNothing.set(columns.position(column.id())));
		IntStream.range(0, columns.header().width())
			.filter((at) -> OtherFigures.isOfRemarks(columns.header().name(at)))
			.forEach(this.sayNothing::set);
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

	/** The one that says that the row is of other figures than what came about. */
	public OptionalInt other(Row row) {
		for (int i = 0; i < this.positions.length; i++) {
			if (!this.sayNothing.get(this.positions[i]) && ofTotals(row, i) == OfTotals.OTHER) {
				return OptionalInt.of(this.positions[i]);
			}
		}
		return OptionalInt.empty();
	}

	/** Those that say that the row is a sum of others. */
	public IntStream totals(Row row) {
		return IntStream.range(0, this.positions.length)
			.filter((i) -> ofTotals(row, i) == OfTotals.SAYS)
			.map((i) -> this.positions[i]);
	}

	/** Whether one of them says that the row is a sum of others. */
	public boolean sayTotal(Row row) {
		return totals(row).findAny().isPresent();
	}

	/** Whether one of them has a word that totals often have. */
	boolean mentionTotal(Row row) {
		return IntStream.range(0, this.positions.length)
			.anyMatch((i) -> ofTotals(row, i) == OfTotals.SAYS || ofTotals(row, i) == OfTotals.MENTIONS);
	}

	private OfTotals ofTotals(Row row, int column) {
		return this.known.get(column).get(row.text(this.positions[column]));
	}

	/** Whether one of them says anything in letters. */
	public boolean sayAnything(Row row) {
		for (int position : this.positions) {
			if (row.text(position).chars().anyMatch(Character::isLetter)) {
				return true;
			}
		}
		return false;
	}

	/** How much a text has to do with totals. */
	private enum OfTotals {

		NOT, MENTIONS, SAYS,
		/** It is of other figures than what came about, such as a plan. */
		OTHER;

		static OfTotals of(String text) {
			return OtherFigures.inWord(text) ? OTHER
					: HeadingWords.isTotalOrPart(text) ? SAYS : HeadingWords.mentionsTotal(text) ? MENTIONS : NOT;
		}

	}

}

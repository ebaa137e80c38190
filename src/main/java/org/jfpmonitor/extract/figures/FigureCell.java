package org.jfpmonitor.extract.figures;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

import org.jfpmonitor.extract.figures.MatchedTerms.Contribution;

/** What the rows of one organisation and period have come to at one level. */
final class FigureCell {

	/** By the number of the term. */
	private final Accumulator[] accumulators;

	/** By the number of the figure, as all below. */
	private final long[] firstLines;

	private final long[] lines;

	private final BitSet incomplete = new BitSet();

	FigureCell(List<CompiledFigure> figures) {
		this.accumulators = figures.stream()
			.flatMap((figure) -> figure.terms().stream())
			.map((term) -> Accumulator.of(term.aggregate()))
			.toArray(Accumulator[]::new);
		this.firstLines = new long[figures.size()];
		this.lines = new long[figures.size()];
	}

	/** Adds what a row contributes to figures of the level. */
	void add(List<Contribution> contributions, CompiledLevel level, long line) {
		int counted = -1;
		for (Contribution each : contributions) {
			int figure = each.term().figure();
			if (level.has(figure)) {
				this.accumulators[each.term().number()].add(each.numbers());
				if (figure != counted && this.lines[figure]++ == 0) {
					this.firstLines[figure] = line;
				}
				counted = figure;
			}
		}
	}

	/** A line that belongs to the figure was rejected. */
	void lineLost(int figure, long line) {
		this.incomplete.set(figure);
		if (this.firstLines[figure] == 0) {
			this.firstLines[figure] = line;
		}
	}

	Accumulator accumulator(CompiledTerm term) {
		return this.accumulators[term.number()];
	}

	/** The first line that went into the figure; 0 when none did. */
	long firstLine(int figure) {
		return this.firstLines[figure];
	}

	/** How many lines went into the figure. */
	long lines(int figure) {
		return this.lines[figure];
	}

	boolean isIncomplete(int figure) {
		return this.incomplete.get(figure);
	}

	/**
	 * The first line that went into the figure; where none did, the first one looked at.
	 */
	long firstLineOf(int figure) {
		return (this.firstLines[figure] > 0) ? this.firstLines[figure]
				: Arrays.stream(this.firstLines).filter((line) -> line > 0).min().orElse(1);
	}

	/**
	 * How many lines went into the figure; where none did, how many were looked at.
	 */
	long linesOf(int figure) {
		return (this.lines[figure] > 0) ? this.lines[figure] : Math.max(1, Arrays.stream(this.lines).max().orElse(1));
	}

}

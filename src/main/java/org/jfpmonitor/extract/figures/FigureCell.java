package org.jfpmonitor.extract.figures;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.compiled.CompiledLevel.Destination;
import org.jfpmonitor.extract.compiled.CompiledTerm;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.period.WordingsOfPeriod;
import org.jfpmonitor.extract.period.WrittenPeriod;
import org.jfpmonitor.extract.totals.SummedCell;
import org.jfpmonitor.organisation.Organisation;

/** What the rows of one organisation and period have come to at one level. */
final class FigureCell implements SummedCell {

	private final Destination destination;

	private final Period period;

	/** By the number of the term. */
	private final Accumulator[] accumulators;

	/** By the number of the figure, as all below. */
	private final long[] firstLines;

	private final long[] lines;

	private final BitSet incomplete = new BitSet();

	/** By the number of the figure, how the period of its lines is written. */
	private final Map<Integer, WordingsOfPeriod> wordings = new HashMap<>(2);

	/**
	 * By the number of the term and by column, how many of its rows say there that they
	 * are a sum of others.
	 */
	private Map<Integer, Map<Integer, Long>> totals = Map.of();

	FigureCell(Destination destination, Period period, List<CompiledFigure> figures) {
		this.destination = destination;
		this.period = period;
		this.accumulators = figures.stream()
			.flatMap((figure) -> figure.terms().stream())
			.map((term) -> Accumulator.of(term.aggregate()))
			.toArray(Accumulator[]::new);
		this.firstLines = new long[figures.size()];
		this.lines = new long[figures.size()];
	}

	@Override
	public Period period() {
		return this.period;
	}

	/** Whose it is. */
	Destination destination() {
		return this.destination;
	}

	@Override
	public CompiledLevel level() {
		return this.destination.level();
	}

	@Override
	public Organisation organisation() {
		return this.destination.organisation();
	}

	/** Adds the numbers that a row has for these terms to figures of the level. */
	void add(List<CompiledTerm> terms, NumberField[][] numbers, long line) {
		int counted = -1;
		for (int i = 0; i < numbers.length; i++) {
			CompiledTerm term = terms.get(i);
			int figure = term.figure();
			if (level().has(figure)) {
				this.accumulators[term.number()].add(numbers[i]);
				if (figure != counted && this.lines[figure]++ == 0) {
					this.firstLines[figure] = line;
				}
				counted = figure;
			}
		}
	}

	/**
	 * The row that was added to these terms last says in the column that it is a sum of
	 * others.
	 */
	void noteTotal(List<CompiledTerm> terms, int column) {
		this.totals = this.totals.isEmpty() ? new HashMap<>() : this.totals;
		terms.forEach((term) -> this.totals.computeIfAbsent(term.number(), (number) -> new HashMap<>())
			.merge(column, 1L, Long::sum));
	}

	/**
	 * Rows that count towards these terms have their period written so.
	 * @param shown how it stands in the file
	 */
	void noteWording(List<CompiledTerm> terms, WrittenPeriod.Wording wording, String shown) {
		for (CompiledTerm term : terms) {
			if (level().has(term.figure())) {
				this.wordings.computeIfAbsent(term.figure(), (each) -> new WordingsOfPeriod()).add(wording, shown);
			}
		}
	}

	/**
	 * Whether its lines are for some only of the shorter periods that make up its own.
	 */
	boolean isOfSomePeriods(CompiledFigure figure) {
		WordingsOfPeriod known = this.wordings.get(figure.number());
		return known != null && known.isPartOf(this.period)
				&& figure.terms().stream().anyMatch((term) -> term.aggregate() == Aggregate.SUM);
	}

	/** Two ways in which the period of its lines is written that contradict; or none. */
	List<String> contradictingWordings(CompiledFigure figure) {
		WordingsOfPeriod known = this.wordings.get(figure.number());
		return (known != null) ? known.contradicting() : List.of();
	}

	/** Whether a sum has among its rows those that are sums of the others. */
	boolean isOfPartsAndTotals(CompiledFigure figure) {
		return figure.terms()
			.stream()
			.filter((term) -> term.aggregate() != Aggregate.ONLY)
			.anyMatch((term) -> this.totals.getOrDefault(term.number(), Map.of())
				.values()
				.stream()
				.anyMatch((rows) -> rows < accumulator(term).rows()));
	}

	/** A line was rejected: the figures of these terms lack it. */
	void lose(List<CompiledTerm> terms, long line) {
		for (CompiledTerm term : terms) {
			int figure = term.figure();
			if (level().has(figure)) {
				this.incomplete.set(figure);
				if (this.firstLines[figure] == 0) {
					this.firstLines[figure] = line;
				}
			}
		}
	}

	/** The earlier line that has said what only one line may say in these terms. */
	Optional<Long> earlier(List<CompiledTerm> terms) {
		return terms.stream()
			.filter((term) -> level().has(term.figure()))
			.filter((term) -> (level().level().oneLine() && lines(term.figure()) > 0)
					|| (term.aggregate() == Aggregate.ONLY && accumulator(term).rows() > 0))
			.map((term) -> firstLine(term.figure()))
			.findFirst();
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

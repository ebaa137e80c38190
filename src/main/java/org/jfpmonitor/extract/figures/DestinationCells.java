package org.jfpmonitor.extract.figures;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledLevel.Destination;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.compiled.CompiledTerm;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jspecify.annotations.Nullable;

/** The cells that rows are added into: one for each destination and period. */
final class DestinationCells {

	private static final int MOST_CELLS = 200_000;

	private static final int MOST_KINDS = 1_000_000;

	private final List<CompiledFigure> figures;

	private final List<CompiledLevel> levels;

	private final Map<Destination, Map<Period, FigureCell>> cells = new LinkedHashMap<>();

	private final Map<Alike, LineKind> alike = new HashMap<>();

	/** What counts at one level and not at another. */
	private final Map<Remainder, FigureCell> remainders = new LinkedHashMap<>();

	/** Destinations of which a line of an unknown period was rejected. */
	private final Set<Destination> incomplete = new HashSet<>();

	private final boolean once;

	private final boolean ofPersons;

	/** Whether a line that nobody can read may belong to any of them. */
	private boolean anyIncomplete;

	private int size;

	/**
	 * Empty.
	 * @param ofPersons whether each line is a person, so that their number is what counts
	 */
	DestinationCells(List<CompiledFigure> figures, List<CompiledLevel> levels, boolean ofPersons) {
		this.ofPersons = ofPersons;
		this.figures = figures;
		this.levels = levels;
		this.once = levels.stream().anyMatch((level) -> level.level().oneLine()) || figures.stream()
			.flatMap((figure) -> figure.terms().stream())
			.anyMatch((term) -> term.aggregate() == Aggregate.ONLY);
	}

	/** Where lines of the destination and period are added up; empty at first. */
	FigureCell cell(Destination destination, Period period) {
		return this.cells.computeIfAbsent(destination, (each) -> new LinkedHashMap<>())
			.computeIfAbsent(period, (each) -> create(destination, period));
	}

	/**
	 * Where lines are added up that count at these destinations and at some other level
	 * nowhere: the difference of both levels tells what they come to. Such a line may be
	 * of an organisation that nobody registered, or of a kind that the level leaves out.
	 */
	List<FigureCell> remainders(List<Destination> destinations, Period period) {
		List<CompiledLevel> without = this.levels.stream()
			.filter((level) -> destinations.stream().noneMatch((each) -> each.level() == level))
			.toList();
		return destinations.stream()
			.flatMap((each) -> without.stream()
				.map((level) -> this.remainders.computeIfAbsent(new Remainder(each, level, period),
						(none) -> create(each, period))))
			.toList();
	}

	/**
	 * A line was added to these cells for these terms, where small numbers are withheld.
	 * @param numbers for each term what the line has for it
	 * @throws ExtractRefused when there are too many kinds of lines to count
	 */
	void count(List<CompiledTerm> terms, List<FigureCell> into, NumberField[][] numbers) {
		this.alike
			.computeIfAbsent(new Alike(terms.stream().map(CompiledTerm::number).toList(), into),
					(none) -> new LineKind(this.ofPersons ? List.of() : terms))
			.add(numbers);
		if (this.alike.size() > MOST_KINDS) {
			throw new ExtractRefused(List.of("Expected at most " + MOST_KINDS
					+ " kinds of lines in a file whose small numbers are withheld, found more. Split it into several"
					+ " files."));
		}
	}

	/**
	 * Lines that count for the same terms and cells; from figures that count them and
	 * others that do not, how many they are, and what they come to, can be told.
	 */
	Map<Alike, LineKind> alike() {
		return this.alike;
	}

	/** Those of all destinations and periods. */
	Collection<FigureCell> remainders() {
		return this.remainders.values();
	}

	private FigureCell create(Destination destination, Period period) {
		if (++this.size > MOST_CELLS) {
			throw new ExtractRefused(List.of("Expected at most " + MOST_CELLS
					+ " cells of organisation and period, found more. Check the columns that name them."));
		}
		return new FigureCell(destination, period, this.figures);
	}

	/**
	 * A row was rejected and its period is unknown: all figures of its destinations that
	 * many lines go into lack it.
	 */
	void loseOfAnyPeriod(List<Destination> destinations) {
		destinations.stream().filter((each) -> !each.level().level().oneLine()).forEach(this.incomplete::add);
	}

	/** A line could not be read: all figures that many lines go into may lack it. */
	void loseOfAnyone() {
		this.anyIncomplete = true;
	}

	/** Whether a line that may belong to the figure was rejected. */
	boolean isIncomplete(FigureCell cell, CompiledFigure figure) {
		Destination destination = cell.destination();
		return cell.isIncomplete(figure.number()) || this.incomplete.contains(destination)
				|| (this.anyIncomplete && !destination.level().level().oneLine());
	}

	/** Whether anything may be said only once, so that earlier lines matter. */
	boolean isOnce() {
		return this.once;
	}

	/** Those of the level, by the first line of each destination. */
	Stream<FigureCell> of(CompiledLevel level) {
		return all().filter((cell) -> cell.destination().level() == level);
	}

	/** Whether any line went into the figure. */
	boolean hasLines(CompiledFigure figure) {
		return all().anyMatch((cell) -> cell.lines(figure.number()) > 0);
	}

	private Stream<FigureCell> all() {
		return this.cells.values().stream().flatMap((ofDestination) -> ofDestination.values().stream());
	}

	/**
	 * Lines that go into the same figures.
	 *
	 * @param terms the numbers of the terms that they count towards
	 * @param cells where they are added up
	 */
	record Alike(List<Integer> terms, List<FigureCell> cells) {

	}

	/** What lines that go into the same figures have come to. */
	static final class LineKind {

		private final List<CompiledTerm> terms;

		private final List<Accumulator> accumulators;

		private long lines;

		LineKind(List<CompiledTerm> terms) {
			this.terms = terms;
			this.accumulators = terms.stream().map((term) -> Accumulator.of(term.aggregate())).toList();
		}

		private void add(NumberField[][] numbers) {
			this.lines++;
			for (int i = 0; i < this.accumulators.size(); i++) {
				this.accumulators.get(i).add(numbers[i]);
			}
		}

		/** How many they are. */
		long lines() {
			return this.lines;
		}

		/** By the term; none for one that they do not count towards. */
		@Nullable Accumulator accumulator(CompiledTerm term) {
			for (int i = 0; i < this.terms.size(); i++) {
				if (this.terms.get(i).number() == term.number()) {
					return this.accumulators.get(i);
				}
			}
			return null;
		}

	}

	private record Remainder(Destination destination, CompiledLevel without, Period period) {

	}

}

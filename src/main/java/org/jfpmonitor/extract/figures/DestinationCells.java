package org.jfpmonitor.extract.figures;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.figures.MatchedTerms.Contribution;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.row.Row;

/** The cells that rows are added into: one for each destination and period. */
final class DestinationCells {

	private static final int MOST_CELLS = 200_000;

	private final List<CompiledFigure> figures;

	private final Map<Destination, Map<Period, FigureCell>> cells = new LinkedHashMap<>();

	/** Destinations of which a line of an unknown period was rejected. */
	private final Set<Destination> incomplete = new HashSet<>();

	/** Whether anything may be said only once, so that earlier lines matter. */
	private final boolean once;

	/** Whether a line that nobody can read may belong to any of them. */
	private boolean anyIncomplete;

	private int size;

	DestinationCells(List<CompiledFigure> figures, List<CompiledLevel> levels) {
		this.figures = figures;
		this.once = levels.stream().anyMatch((level) -> level.level().oneLine()) || figures.stream()
			.flatMap((figure) -> figure.terms().stream())
			.anyMatch((term) -> term.aggregate() == Aggregate.ONLY);
	}

	/** Adds what a row contributes. */
	void add(List<Destination> destinations, Period period, List<Contribution> contributions, long line) {
		for (Destination destination : destinations) {
			cell(destination, period).add(contributions, destination.level(), line);
		}
	}

	private FigureCell cell(Destination destination, Period period) {
		Map<Period, FigureCell> ofDestination = this.cells.get(destination);
		if (ofDestination == null) {
			ofDestination = new LinkedHashMap<>();
			this.cells.put(destination, ofDestination);
		}
		FigureCell cell = ofDestination.get(period);
		if (cell == null) {
			if (++this.size > MOST_CELLS) {
				throw new ExtractRefused(List.of("Expected at most " + MOST_CELLS
						+ " cells of organisation and period, found more. Check the columns that name them."));
			}
			cell = new FigureCell(this.figures);
			ofDestination.put(period, cell);
		}
		return cell;
	}

	/** A row was rejected: the figures of these terms lack it. */
	void lose(List<Destination> destinations, Period period, MatchedTerms terms, Row row) {
		for (Destination destination : destinations) {
			FigureCell cell = cell(destination, period);
			for (CompiledTerm term : terms.terms()) {
				if (destination.level().has(term.figure())) {
					cell.lineLost(term.figure(), row.line());
				}
			}
		}
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
	boolean isIncomplete(Destination destination, FigureCell cell, CompiledFigure figure) {
		return cell.isIncomplete(figure.number()) || this.incomplete.contains(destination)
				|| (this.anyIncomplete && !destination.level().level().oneLine());
	}

	/**
	 * The earlier line that has said already what only one line may say, for the first of
	 * the destinations where that is so.
	 */
	Optional<Earlier> earlier(List<Destination> destinations, Period period, MatchedTerms terms) {
		for (Destination destination : this.once ? destinations : List.<Destination>of()) {
			FigureCell cell = this.cells.getOrDefault(destination, Map.of()).get(period);
			if (cell != null) {
				for (CompiledTerm term : terms.terms()) {
					boolean said = (destination.level().level().oneLine() && cell.lines(term.figure()) > 0)
							|| (term.aggregate() == Aggregate.ONLY && cell.accumulator(term).rows() > 0);
					if (said && destination.level().has(term.figure())) {
						return Optional.of(new Earlier(destination, cell.firstLine(term.figure())));
					}
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * Everyone met at the level, in the order of the file, with the cell of each period.
	 */
	Map<Destination, Map<Period, FigureCell>> of(CompiledLevel level) {
		Map<Destination, Map<Period, FigureCell>> ofLevel = new LinkedHashMap<>(this.cells);
		ofLevel.keySet().removeIf((destination) -> destination.level() != level);
		return ofLevel;
	}

	/** Whether any line went into the figure. */
	boolean hasLines(CompiledFigure figure) {
		return this.cells.values()
			.stream()
			.flatMap((ofDestination) -> ofDestination.values().stream())
			.anyMatch((cell) -> cell.lines(figure.number()) > 0);
	}

	/**
	 * A line that said the same before.
	 *
	 * @param destination for whom
	 * @param line its number
	 */
	record Earlier(Destination destination, long line) {

	}

}

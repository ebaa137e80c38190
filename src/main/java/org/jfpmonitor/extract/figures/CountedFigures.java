package org.jfpmonitor.extract.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.compiled.CompiledLevel.Destination;
import org.jfpmonitor.extract.compiled.CompiledTerm;
import org.jfpmonitor.extract.compiled.CompiledTerm.TermRole;
import org.jfpmonitor.extract.disclosure.CountedFigure;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Column.Marker;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Figure.Mark;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/** What the rows have come to: every figure as it was counted, judged by nobody yet. */
final class CountedFigures {

	private final FileColumns columns;

	private final List<CompiledFigure> figures;

	private final List<CompiledLevel> levels;

	private final DestinationCells cells;

	CountedFigures(FileColumns columns, List<CompiledFigure> figures, List<CompiledLevel> levels,
			DestinationCells cells) {
		this.columns = columns;
		this.figures = figures;
		this.levels = levels;
		this.cells = cells;
	}

	/**
	 * Every figure as it was counted, and beside it what is at one level and not at
	 * another.
	 */
	List<CountedFigure> withLines() {
		List<CountedFigure> all = new ArrayList<>();
		CellVisitor counting = (cell, figure, counted) -> all
			.add(new CountedFigure(counted, completeness(figure, cell).orElse(null), sides(figure, cell), false));
		each(counting);
		this.cells.remainders().forEach((cell) -> visit(cell, counting));
		this.cells.alike().forEach((alike, kind) -> alike.cells().forEach((cell) -> addLines(alike, kind, cell, all)));
		return all;
	}

	/**
	 * Where a line is a person by their number, and otherwise by what they come to.
	 */
	private void addLines(DestinationCells.Alike alike, DestinationCells.LineKind kind, FigureCell cell,
			List<CountedFigure> all) {
		boolean persons = this.columns.layout().recordLevel();
		CompiledLevel level = cell.destination().level();
		this.figures.stream()
			.filter((figure) -> level.has(figure.number())
					&& figure.terms().stream().anyMatch((term) -> alike.terms().contains(term.number())))
			.forEach((figure) -> {
				Observation lines = new Observation(
						new Cell(figure.measure().id(), cell.destination().organisation().code(), cell.period()),
						persons ? Figure.of(BigDecimal.valueOf(kind.lines())) : counted(figure, kind::accumulator),
						level.level().scope(), Place.wholeFile(), kind.lines());
				all.add(persons ? CountedFigure.ofLines(lines) : CountedFigure.of(lines));
			});
	}

	/**
	 * Levels that count lines of each other: their figures are of the same lines, while a
	 * total that stands on a line of its own may count whom no other line counts. Empty
	 * unless small numbers are withheld.
	 */
	Set<Set<String>> levelsOfTheSameLines() {
		Set<Set<String>> levels = new HashSet<>();
		for (DestinationCells.Alike kind : this.cells.alike().keySet()) {
			List<String> scopes = kind.cells()
				.stream()
				.map((cell) -> cell.destination().level().level().scope())
				.distinct()
				.toList();
			scopes.forEach((one) -> scopes.stream()
				.filter((other) -> !other.equals(one))
				.forEach((other) -> levels.add(Set.of(one, other))));
		}
		return levels;
	}

	/** Of every median that is part of the figure. */
	private static List<BigDecimal> sides(CompiledFigure compiled, FigureCell cell) {
		return compiled.terms()
			.stream()
			.map(cell::accumulator)
			.filter((each) -> each instanceof Accumulator.Distribution && each.values() > 0)
			.flatMap((each) -> ((Accumulator.Distribution) each).sides().stream())
			.map(BigDecimal::valueOf)
			.toList();
	}

	/** Every figure, level by level. */
	void each(CellVisitor visitor) {
		this.levels.forEach((level) -> this.cells.of(level).forEach((cell) -> visit(cell, visitor)));
	}

	private void visit(FigureCell cell, CellVisitor visitor) {
		Destination destination = cell.destination();
		CompiledLevel level = destination.level();
		for (CompiledFigure figure : this.figures) {
			int number = figure.number();
			boolean any = cell.lines(number) > 0 || cell.isIncomplete(number) || figure.isZeroWithoutRows();
			if (level.has(number) && any) {
				Cell place = new Cell(figure.measure().id(), destination.organisation().code(), cell.period());
				visitor.visit(cell, figure,
						new Observation(place, counted(figure, cell::accumulator), level.level().scope(),
								this.columns.place(cell.firstLineOf(number), figure.terms().get(0).position()),
								cell.linesOf(number)));
			}
		}
	}

	private static Figure counted(CompiledFigure compiled, Accumulators cell) {
		return compiled.rule().value().isEmpty() ? share(compiled, cell) : value(compiled, cell);
	}

	private static Figure share(CompiledFigure compiled, Accumulators cell) {
		Total numerator = Total.of(compiled.terms(TermRole.NUMERATOR), cell);
		Total denominator = Total.of(compiled.terms(TermRole.DENOMINATOR), cell);
		Mark mark = Total.worse(numerator.mark(), denominator.mark());
		if (mark != Mark.NONE) {
			return Figure.absent(mark);
		}
		return Figure.ratio(compiled.rule().unit().toBase(numerator.value()), denominator.value());
	}

	private static Figure value(CompiledFigure compiled, Accumulators cell) {
		List<CompiledTerm> terms = compiled.terms(TermRole.VALUE);
		Total total = Total.of(terms, cell);
		if (total.mark() != Mark.NONE) {
			return Figure.absent(total.mark());
		}
		Unit unit = compiled.rule().unit();
		if (terms.size() == 1 && !terms.get(0).minus() && cell.of(terms.get(0)) instanceof Accumulator.Mean mean
				&& mean.values() > 0) {
			return Figure.ratio(unit.toBase(mean.sum()), BigDecimal.valueOf(mean.values()));
		}
		return Figure.of(unit.toBase(total.value()));
	}

	/**
	 * Which share is known of what the figure is about; empty where that is not asked.
	 */
	static Optional<Figure> completeness(CompiledFigure compiled, FigureCell cell) {
		if (compiled.rule().complete() == null) {
			return Optional.empty();
		}
		Total known = Total.of(compiled.terms(TermRole.KNOWN), cell::accumulator);
		Total all = Total.of(compiled.terms(TermRole.ALL), cell::accumulator);
		return Optional.of(Figure.ratio(known.value(), all.value()))
			.filter((share) -> share.value() != null && known.mark() == Mark.NONE && all.mark() == Mark.NONE);
	}

	/** What each term has come to; null where nothing counts towards it. */
	@FunctionalInterface
	private interface Accumulators {

		@Nullable Accumulator of(CompiledTerm term);

	}

	/** Takes each figure as it was counted, with where that was. */
	@FunctionalInterface
	interface CellVisitor {

		void visit(FigureCell cell, CompiledFigure figure, Observation counted);

	}

	/**
	 * What the terms of one sum come to.
	 *
	 * @param value the sum; zero when there is a mark
	 * @param mark why there is no sum, or {@link Mark#NONE}
	 */
	private record Total(BigDecimal value, Mark mark) {

		static Total of(List<CompiledTerm> terms, Accumulators cell) {
			BigDecimal sum = BigDecimal.ZERO;
			Mark mark = Mark.NONE;
			for (CompiledTerm term : terms) {
				Accumulator accumulator = cell.of(term);
				if (accumulator == null) {
					continue;
				}
				Mark own = mark(term, accumulator);
				mark = worse(mark, own);
				if (own == Mark.NONE && (accumulator.values() > 0 || term.aggregate() == Aggregate.COUNT)) {
					sum = term.minus() ? sum.subtract(accumulator.result()) : sum.add(accumulator.result());
				}
			}
			return new Total(sum, mark);
		}

		private static Mark mark(CompiledTerm term, Accumulator accumulator) {
			if (accumulator.markers().contains(Marker.SUPPRESSED)) {
				return Mark.SUPPRESSED;
			}
			if (accumulator.markers().contains(Marker.MISSING)) {
				return Mark.MISSING;
			}
			if (accumulator.rows() == 0) {
				return (term.orZero() || term.aggregate() == Aggregate.COUNT) ? Mark.NONE : Mark.MISSING;
			}
			boolean nothing = accumulator.values() == 0 && term.aggregate() != Aggregate.COUNT;
			return nothing ? Mark.NOT_APPLICABLE : Mark.NONE;
		}

		static Mark worse(Mark one, Mark other) {
			for (Mark mark : List.of(Mark.SUPPRESSED, Mark.MISSING, Mark.NOT_APPLICABLE)) {
				if (one == mark || other == mark) {
					return mark;
				}
			}
			return Mark.NONE;
		}

	}

}

package org.jfpmonitor.extract.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.MissingOrganisations;
import org.jfpmonitor.extract.figures.FigurePlan.Part;
import org.jfpmonitor.extract.figures.FigurePlan.Place;
import org.jfpmonitor.extract.figures.LevelPlan.Owner;
import org.jfpmonitor.extract.layout.Column.Marker;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Result;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Figure.Mark;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/** Turns what the rows have come to into figures. */
public final class FigureResults {

	private final Layout layout;

	private final List<FigurePlan> figures;

	private final List<LevelPlan> levels;

	private final PeriodTable periods;

	private final MissingOrganisations missing;

	private final Warnings warnings;

	FigureResults(Layout layout, List<FigurePlan> figures, List<LevelPlan> levels, PeriodTable periods,
			Organisations register, ReadingContext context, Warnings warnings) {
		this.layout = layout;
		this.figures = figures;
		this.levels = levels;
		this.periods = periods;
		this.warnings = warnings;
		this.missing = new MissingOrganisations(context.plan(), register);
	}

	Result finish(@Nullable String status) {
		List<Observation> observations = new ArrayList<>();
		Set<Coverage> coverages = new LinkedHashSet<>();
		for (LevelPlan level : this.levels) {
			for (Owner owner : level.owners()) {
				for (int i = 0; i < this.periods.periods().size(); i++) {
					LevelPlan.Cell cell = owner.cell(i);
					if (cell != null) {
						add(level, owner, cell, this.periods.periods().get(i), observations);
					}
				}
			}
		}
		observations.sort(Comparator.comparingLong(Observation::line));
		observations
			.forEach((each) -> coverages.add(new Coverage(each.cell().measure(), each.scope(), each.cell().period())));
		LocalDate latest = observations.stream()
			.map((each) -> each.cell().period().lastDay())
			.max(Comparator.naturalOrder())
			.orElse(null);
		for (LevelPlan level : this.levels) {
			this.missing.warnings(level.level(), observations).forEach(this.warnings::add);
		}
		return Result.ofFigures(List.copyOf(coverages), observations, latest, status);
	}

	private void add(LevelPlan level, Owner owner, LevelPlan.Cell cell, Period period, List<Observation> observations) {
		for (FigurePlan plan : this.figures) {
			boolean any = cell.lines(plan.number()) > 0 || cell.isIncomplete(plan) || plan.isZeroWithoutRows();
			if (plan.isOf(level.level().scope()) && any) {
				Cell place = new Cell(plan.measure().id(), owner.organisation().code(), period);
				boolean lost = cell.isIncomplete(plan) || owner.isIncomplete() || level.isIncomplete();
				Figure figure = figure(plan, cell, place, lost);
				observations.add(new Observation(place, figure, level.level().scope(), cell.firstLineOf(plan.number()),
						cell.linesOf(plan.number())));
			}
		}
	}

	private Figure figure(FigurePlan plan, LevelPlan.Cell cell, Cell place, boolean lost) {
		if (lost && !this.layout.limits().publishIncomplete()) {
			this.warnings.add("No figure of " + inWords(place) + ": a line that belongs to it was rejected.");
			return Figure.absent(Mark.MISSING);
		}
		if (lost) {
			this.warnings.add("The figure of " + inWords(place) + " lacks lines that were rejected.");
		}
		Figure figure = plan.rule().value().isEmpty() ? share(plan, cell) : value(plan, cell);
		if (!isComplete(plan, cell, place)) {
			return Figure.absent(Mark.MISSING);
		}
		figure = estimated(plan, place, figure);
		return isPossible(plan, place, figure) ? figure : Figure.absent(Mark.MISSING);
	}

	private static Figure share(FigurePlan plan, LevelPlan.Cell cell) {
		Total numerator = Total.of(plan.parts(Place.NUMERATOR), cell);
		Total denominator = Total.of(plan.parts(Place.DENOMINATOR), cell);
		Mark mark = Total.worse(numerator.mark(), denominator.mark());
		if (mark != Mark.NONE) {
			return Figure.absent(mark);
		}
		return Figure.ratio(plan.rule().unit().toBase(numerator.value()), denominator.value());
	}

	private static Figure value(FigurePlan plan, LevelPlan.Cell cell) {
		List<Part> parts = plan.parts(Place.VALUE);
		Total total = Total.of(parts, cell);
		if (total.mark() != Mark.NONE) {
			return Figure.absent(total.mark());
		}
		Unit unit = plan.rule().unit();
		if (parts.size() == 1 && parts.get(0).aggregate() == Aggregate.MEAN) {
			long values = cell.accumulator(parts.get(0)).values();
			return Figure.ratio(unit.toBase(total.value()), BigDecimal.valueOf(values));
		}
		return Figure.of(unit.toBase(total.value()));
	}

	private boolean isComplete(FigurePlan plan, LevelPlan.Cell cell, Cell place) {
		FigureRule.Completeness complete = plan.rule().complete();
		if (complete == null) {
			return true;
		}
		Total known = Total.of(plan.parts(Place.KNOWN), cell);
		Total all = Total.of(plan.parts(Place.ALL), cell);
		if (known.mark() != Mark.NONE || all.mark() != Mark.NONE || all.value().signum() == 0) {
			return true;
		}
		BigDecimal share = known.value().divide(all.value(), MathContext.DECIMAL128);
		if (share.compareTo(complete.atLeast()) >= 0) {
			return true;
		}
		this.warnings
			.add("No figure of " + inWords(place) + ": expected at least " + Unit.PERCENT.inWords(complete.atLeast())
					+ " of it to be known, found " + Unit.PERCENT.inWords(share) + ".");
		return false;
	}

	private static Figure estimated(FigurePlan plan, Cell place, Figure figure) {
		boolean estimated = plan.rule()
			.estimates()
			.contains(new FigureRule.Estimate(place.organisation(), place.period()));
		return (estimated && figure.mark() == Mark.NONE)
				? new Figure(figure.value(), figure.numerator(), figure.denominator(), Mark.ESTIMATED) : figure;
	}

	private boolean isPossible(FigurePlan plan, Cell place, Figure figure) {
		BigDecimal value = figure.value();
		boolean possible = value == null || Limits.allow(plan.measure(), value);
		if (!possible && value != null) {
			this.warnings.add("No figure of " + inWords(place) + ": " + Limits.inWords(plan.measure()) + ", found "
					+ plan.measure().unit().inWords(value) + ".");
		}
		return possible;
	}

	public static String inWords(Cell place) {
		return place.measure() + " for " + place.organisation() + " in " + place.period().inWords();
	}

	/**
	 * What the terms of one sum come to.
	 *
	 * @param value the sum; zero when there is a mark
	 * @param mark why there is no sum, or {@link Mark#NONE}
	 */
	private record Total(BigDecimal value, Mark mark) {

		static Total of(List<Part> parts, LevelPlan.Cell cell) {
			BigDecimal sum = BigDecimal.ZERO;
			Mark mark = Mark.NONE;
			for (Part part : parts) {
				Accumulator accumulator = cell.accumulator(part);
				Mark own = mark(part, accumulator);
				mark = worse(mark, own);
				if (own == Mark.NONE && (accumulator.values() > 0 || part.aggregate() == Aggregate.COUNT)) {
					sum = part.minus() ? sum.subtract(accumulator.result()) : sum.add(accumulator.result());
				}
			}
			return new Total(sum, mark);
		}

		private static Mark mark(Part part, Accumulator accumulator) {
			if (accumulator.markers().contains(Marker.SUPPRESSED)) {
				return Mark.SUPPRESSED;
			}
			if (accumulator.markers().contains(Marker.MISSING)) {
				return Mark.MISSING;
			}
			if (accumulator.rows() == 0) {
				return (part.orZero() || part.aggregate() == Aggregate.COUNT) ? Mark.NONE : Mark.MISSING;
			}
			boolean nothing = accumulator.values() == 0 && part.aggregate() != Aggregate.COUNT;
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

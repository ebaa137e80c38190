package org.jfpmonitor.extract.figures;

import java.util.Optional;
import java.util.Map;
import java.util.LinkedHashMap;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.PlausibleRange;
import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.disclosure.Withheld;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.FigureRule;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.totals.TotalsAmongParts;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Figure.Mark;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.plan.Unit;

/**
 * Judges what the rows have come to: which figures can be given, and why not the others.
 */
final class FigureResults {

	private static final int MOST_NAMED = 12;

	private final FileColumns columns;

	private final CountedFigures counted;

	private final DestinationCells cells;

	private final Warnings warnings;

	/** Null where no line can be a sum of others. */
	private final @Nullable TotalsAmongParts totals;

	/** Places of figures that lack a rejected line. */
	private final List<Cell> lost = new ArrayList<>();

	/**
	 * Places without a figure, by why there is none; in the order in which they are said.
	 */
	private final Map<String, List<Cell>> without = new LinkedHashMap<>();

	FigureResults(FileColumns columns, CountedFigures counted, DestinationCells cells,
			@Nullable TotalsAmongParts totals, Warnings warnings) {
		this.columns = columns;
		this.counted = counted;
		this.cells = cells;
		this.totals = totals;
		this.warnings = warnings;
	}

	/**
	 * Every figure, in the order of its first line.
	 * @param withheld of these nothing is judged or said; they are given as counted
	 */
	List<Observation> observations(Withheld withheld) {
		List<Observation> observations = new ArrayList<>();
		this.counted.each((cell, figure, counted) -> observations
			.add(withheld.has(counted) ? counted : judged(cell, figure, counted)));
		sayLost();
		this.without.forEach((why, places) -> this.warnings
			.add(((places.size() == 1) ? "No figure of " : "No figures of ") + named(places) + ": " + why));
		observations.sort(Comparator.comparingLong((each) -> each.place().line()));
		return observations;
	}

	/** One rejected line may belong to many figures, of which one warning says enough. */
	private void sayLost() {
		if (this.lost.isEmpty()) {
			return;
		}
		boolean one = this.lost.size() == 1;
		String places = named(this.lost);
		this.warnings.add(this.columns.layout().limits().publishIncomplete()
				? (one ? "The figure of " + places + " lacks" : "The figures of " + places + " lack")
						+ " lines that were rejected."
				: (one ? "No figure of " + places + ": a line that belongs to it was rejected."
						: "No figures of " + places + ": a line that belongs to each was rejected."));
	}

	private static String named(List<Cell> places) {
		String named = places.stream().limit(MOST_NAMED).map(FigureResults::inWords).collect(Collectors.joining(", "));
		int more = places.size() - MOST_NAMED;
		return (more > 0) ? named + " and " + more + " more" : named;
	}

	private Observation judged(FigureCell cell, CompiledFigure compiled, Observation counted) {
		boolean lost = this.cells.isIncomplete(cell, compiled);
		return new Observation(counted.cell(), judged(compiled, cell, counted, lost), counted.scope(), counted.place(),
				counted.lines());
	}

	private Figure judged(CompiledFigure compiled, FigureCell cell, Observation counted, boolean lost) {
		Cell place = counted.cell();
		if (lost) {
			this.lost.add(place);
		}
		if (lost && !this.columns.layout().limits().publishIncomplete()) {
			return Figure.absent(Mark.MISSING);
		}
		Optional<String> why = lacking(compiled, place).or(() -> ofSomePeriods(compiled, cell))
			.or(() -> contradicting(compiled, cell))
			.or(() -> ofPartsAndTotals(compiled, cell))
			.or(() -> totalAmongParts(compiled, cell));
		why.ifPresent((each) -> this.without.computeIfAbsent(each, (key) -> new ArrayList<>()).add(place));
		boolean given = why.isEmpty() && isComplete(compiled, cell, place)
				&& isPossible(compiled, place, counted.figure());
		return given ? counted.figure() : Figure.absent(Mark.MISSING);
	}

	/** Files of the period have a column more. */
	private static Optional<String> lacking(CompiledFigure compiled, Cell place) {
		return compiled.lacking(place.period())
			.map((column) -> "the file has no column \"" + column.shown() + "\", which files have since "
					+ Period.month(Objects.requireNonNull(column.since())).inWords()
					+ ". Get the file again; if the column is called otherwise now, add that to the layout.");
	}

	private static Optional<String> ofSomePeriods(CompiledFigure compiled, FigureCell cell) {
		return cell.isOfSomePeriods(compiled) ? Optional.of("expected lines for each of the periods that make it up,"
				+ " found those for some. Send the file with all of them.") : Optional.empty();
	}

	/** The same lines twice, or lines of something else among them. */
	private static Optional<String> contradicting(CompiledFigure compiled, FigureCell cell) {
		List<String> wordings = cell.contradictingWordings(compiled);
		return wordings.isEmpty() ? Optional.empty() : Optional.of("expected their period written in one way, found \""
				+ wordings.stream().map(Reject::legible).collect(Collectors.joining("\" and \""))
				+ "\". The same lines may stand there twice, or lines of something else. Keep the lines that are"
				+ " meant, write their period alike, and import the file again.");
	}

	/** What is added twice is worse than nothing. */
	private static Optional<String> ofPartsAndTotals(CompiledFigure compiled, FigureCell cell) {
		return cell.isOfPartsAndTotals(compiled) ? Optional
			.of("expected lines to add up, found among them such as say that they are a total (total, all, overall) or a"
					+ " part of others (of which). Leave those out by \"leave-out\" in the layout and import the file by"
					+ " \"import --again\", or delete them from the file.")
				: Optional.empty();
	}

	/** The same where only numbers say so, by what comes to what the others come to. */
	private Optional<String> totalAmongParts(CompiledFigure compiled, FigureCell cell) {
		return Optional.ofNullable(this.totals)
			.flatMap((all) -> all.among(cell, compiled))
			.map((total) -> "expected lines to add up, found "
					+ (isShown() ? total : "some that come to what others come to")
					+ ", as a total does. If it is one, leave it"
					+ " out by \"leave-out\" in the layout and import the file by \"import --again\", or delete it from the"
					+ " file; if not, send these as local figures.");
	}

	private boolean isComplete(CompiledFigure compiled, FigureCell cell, Cell place) {
		FigureRule.Completeness complete = compiled.rule().complete();
		BigDecimal share = CountedFigures.completeness(compiled, cell).map(Figure::value).orElse(null);
		if (complete == null || share == null || share.compareTo(complete.atLeast()) >= 0) {
			return true;
		}
		this.warnings
			.add("No figure of " + inWords(place) + ": expected at least " + Unit.PERCENT.inWords(complete.atLeast())
					+ " of it to be known, found " + (isShown() ? Unit.PERCENT.inWords(share) : "less") + ".");
		return false;
	}

	private boolean isPossible(CompiledFigure compiled, Cell place, Figure figure) {
		BigDecimal denominator = figure.denominator();
		if (denominator != null && denominator.signum() < 0) {
			this.warnings.add("No figure of " + inWords(place) + ": expected a denominator of 0 or more, found "
					+ (isShown() ? denominator.toPlainString() : "a negative one") + ".");
			return false;
		}
		BigDecimal value = figure.value();
		boolean possible = value == null || PlausibleRange.allow(compiled.measure(), value);
		if (!possible && value != null) {
			this.warnings.add("No figure of " + inWords(place) + ": expected "
					+ PlausibleRange.inWords(compiled.measure()) + ", found "
					+ (isShown() ? compiled.measure().unit().inWords(value) : "another value")
					+ ". If it can be so, widen \"lowest:\" or \"highest:\" of the measure and import the file again.");
		}
		return possible;
	}

	/** What lines of persons came to is published by its rule or not at all. */
	private boolean isShown() {
		return !this.columns.layout().isConfidential();
	}

	private static String inWords(Cell place) {
		return place.measure() + " for " + place.organisation() + " in " + place.period().inWords();
	}

}

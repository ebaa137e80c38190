package org.jfpmonitor.extract.figures;

import java.util.ArrayList;
import org.jfpmonitor.extract.checks.Separators;
import org.jspecify.annotations.Nullable;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.LineChecks;
import org.jfpmonitor.extract.checks.MissingOrganisations;
import org.jfpmonitor.extract.checks.OutsideRegister;
import org.jfpmonitor.extract.checks.UnfinishedPeriod;
import org.jfpmonitor.extract.checks.UnfoundedTotal;
import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.compiled.FigureCompiler;
import org.jfpmonitor.extract.disclosure.CountedFigure;
import org.jfpmonitor.extract.disclosure.Withheld;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.period.PeriodLines;
import org.jfpmonitor.extract.period.PeriodReader;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.SumOfLines;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowHandler;
import org.jfpmonitor.extract.row.RowOutcome;
import org.jfpmonitor.extract.totals.TotalsAmongParts;
import org.jfpmonitor.extract.totals.WordColumns;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.Organisations;

/**
 * Reckons figures from the rows of a published file: a router says where each row goes,
 * an adder adds it, and at the end this says what all came to.
 */
public final class FigureRows implements RowHandler {

	private final Layout layout;

	private final FileColumns columns;

	private final List<CompiledFigure> figures;

	private final List<CompiledLevel> levels;

	private final PeriodReader periods;

	private final DestinationCells cells;

	private final CountedFigures counted;

	private final LineChecks checks;

	private final UnmatchedFilterValues filterValues;

	private final SumsOverOrganisations sums;

	private final OutsideRegister outside = new OutsideRegister();

	private final MissingOrganisations missing;

	/** Null where each line is a person, who is no sum of others. */
	private final @Nullable TotalsAmongParts totals;

	private final Separators separators;

	private final RowAdder adder;

	private final RowDestinations destinations;

	private final RowRouter router;

	private final Warnings warnings = new Warnings();

	/**
	 * Nothing is taken yet.
	 * @throws ExtractRefused when the file has not the columns for any figure, or nobody
	 * can tell its period or whose it is
	 */
	public FigureRows(Recognition recognition, Contents.Figures rules, String fileName, Organisations register,
			ReadingContext context) {
		this.layout = recognition.layout();
		this.columns = recognition.columns();
		FigureCompiler compiler = new FigureCompiler(this.columns, rules.figures(), context.plan());
		compiler.warnings().forEach(this.warnings::add);
		this.figures = compiler.figures();
		if (this.figures.isEmpty()) {
			throw new ExtractRefused(this.warnings.all());
		}
		this.periods = PeriodReader.of(recognition, fileName, context.arrivedOn(), cadences(this.figures));
		this.levels = rules.levels()
			.stream()
			.filter((level) -> CompiledLevel.isPossible(level, this.columns))
			.map((level) -> new CompiledLevel(level, this.columns, this.figures, register, fileName))
			.toList();
		this.cells = new DestinationCells(this.figures, this.levels, this.layout.recordLevel());
		this.counted = new CountedFigures(this.columns, this.figures, this.levels, this.cells);
		this.checks = new LineChecks(this.layout.checks(), this.columns, new Rejects(this.columns));
		this.filterValues = new UnmatchedFilterValues(this.figures, this.columns);
		this.sums = new SumsOverOrganisations(this.columns, rules.levels(), this.figures, this.levels);
		this.missing = new MissingOrganisations(context.plan(), register);
		WordColumns words = new WordColumns(this.columns, this.figures, this.levels, this.periods);
		this.separators = new Separators(this.columns);
		this.totals = this.layout.recordLevel() ? null : new TotalsAmongParts(this.columns, words);
		this.adder = new RowAdder(this.columns, this.checks, this.cells, words, this.totals, this.separators,
				this.warnings);
		this.destinations = new RowDestinations(this.columns, rules.organisations(), this.levels, this.cells,
				this.outside, words);
		this.router = new RowRouter(this.columns, this.figures, this.destinations, this.periods, this.cells, this.sums,
				this.adder);
	}

	private static Set<Cadence> cadences(List<CompiledFigure> figures) {
		return figures.stream()
			.map((figure) -> figure.measure().cadence())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Cadence.class)));
	}

	/**
	 * What the period of every row, where none of them names it, should be for figures of
	 * each measure to be taken; empty where it is, because it is over.
	 */
	public Optional<String> expectedToBeOver() {
		return this.figures.stream()
			.flatMap(
					(figure) -> UnfinishedPeriod.expected(figure.measure(), periodOfTheFile(), this.periods.arrivedOn())
						.stream())
			.findFirst();
	}

	/** The period of every row, where none of them names it. */
	public Period periodOfTheFile() {
		return this.periods.ofTheFile();
	}

	@Override
	public RowOutcome take(Row row) {
		this.filterValues.take(row);
		RowOutcome outcome = this.router.take(row);
		this.checks.takeForTotals(row, outcome, this.router.periodOfLast());
		return outcome;
	}

	@Override
	public boolean usesNumber(int position) {
		return this.figures.stream()
			.flatMap((figure) -> figure.terms().stream())
			.anyMatch((term) -> term.usesNumber(position)) || this.checks.usesNumber(position);
	}

	@Override
	public void lineLost() {
		this.cells.loseOfAnyone();
		this.checks.lineLost();
	}

	/**
	 * Nobody whose rows they are is registered, no line has a word that they are chosen
	 * by, or all are for longer or shorter periods.
	 */
	@Override
	public String whyNoneUsed() {
		List<String> unregistered = unregistered();
		if (unregistered.isEmpty()) {
			return this.router.hasOtherLengths()
					? "its lines are for longer or shorter periods than the layout takes. Send the file that has those."
					: this.filterValues.firstMissing().orElse("");
		}
		return OutsideRegister.whyNoneUsed(unregistered,
				this.levels.stream()
					.flatMap((level) -> level.level().kinds().stream())
					.collect(Collectors.toCollection(() -> EnumSet.noneOf(Organisation.Type.class))));
	}

	/** A file of persons may hold anything in their place. */
	private List<String> unregistered() {
		return this.layout.recordLevel() ? List.of()
				: this.levels.stream()
					.flatMap((level) -> level.unregistered().stream())
					.distinct()
					.filter((code) -> !this.destinations.isTotal(code))
					.map(Reject::legible)
					.toList();
	}

	/** Withholds what only a total says that nothing speaks for. */
	private List<Observation> withoutUnfoundedTotals(List<Observation> observations) {
		Map<Long, UnfoundedTotal> unfounded = this.checks.unfoundedTotals();
		Map<Boolean, List<Observation>> byTotal = observations.stream()
			.collect(Collectors.partitioningBy((each) -> unfounded.containsKey(each.place().line())));
		byTotal.getOrDefault(true, List.of())
			.stream()
			.collect(Collectors.groupingBy((each) -> each.place().line(), TreeMap::new, Collectors.toList()))
			.forEach((line, withheld) -> {
				Cell cell = withheld.get(0).cell();
				UnfoundedTotal total = Objects.requireNonNull(unfounded.get(line));
				this.warnings.add("Withheld " + ((withheld.size() == 1) ? "1 figure" : withheld.size() + " figures")
						+ " of " + cell.organisation() + " for " + cell.period().inWords() + ": expected "
						+ total.expected() + " beside its total in "
						+ (this.layout.isControlled() ? "one of its lines" : withheld.get(0).place().inWords())
						+ ", found " + total.found());
			});
		return byTotal.getOrDefault(false, List.of());
	}

	/**
	 * Withholds what is a part because only lines of some are in the file that go into
	 * it.
	 */
	private List<Observation> withoutPartsOfPicked(List<Observation> observations) {
		Map<Coverage, String> parts = this.sums.partsOfPicked();
		Map<String, List<Observation>> withheld = new TreeMap<>();
		List<Observation> kept = new ArrayList<>();
		for (Observation each : observations) {
			String why = parts.get(each.coverage());
			(why == null ? kept : withheld.computeIfAbsent(why, (key) -> new ArrayList<>())).add(each);
		}
		withheld.forEach((why, figures) -> this.warnings.add("Withheld "
				+ ((figures.size() == 1) ? "1 figure" : figures.size() + " figures") + ": expected " + why
				+ ". The lines of some seem to be picked, so that a figure would be a part. What is held stays. Import the"
				+ " file whole, as it was published, or all lines of the organisations that you want; if it has those, send the"
				+ " figures as local ones. Where each belongs to one of these alone, say \"belongs-to-one: true\" beside"
				+ " \"sum-over\" in the layout."));
		return kept;
	}

	@Override
	public List<CountedFigure> counted() {
		return this.counted.withLines();
	}

	/**
	 * Which period is the newest. Where numbers are small it goes by how many figures are
	 * for each, withheld or not, because their lines are nobody's business.
	 */
	private PeriodLines periodLines(List<Observation> observations) {
		if (!this.layout.isControlled()) {
			return this.router.periodLines();
		}
		PeriodLines figures = new PeriodLines();
		observations.forEach((each) -> figures.add(each.cell().period(), 0));
		return figures;
	}

	/**
	 * What all rows came to.
	 * @throws ExtractRefused when days are written month first, because those up to the
	 * 12th were read the wrong way round, and nobody can tell which; when points may be
	 * separators of thousands; or when a check that refuses does not hold
	 */
	@Override
	public ParseResult finish(Withheld withheld) {
		this.router.refuseMonthFirst();
		this.separators.refuse();
		this.separators.warnings().forEach(this.warnings::add);
		this.checks.warnings().forEach(this.warnings::add);
		this.filterValues.warnings(this.cells).forEach(this.warnings::add);
		this.outside.warning(!this.layout.isConfidential(), !this.layout.isControlled()).ifPresent(this.warnings::add);
		if (this.totals != null) {
			this.totals.find();
		}
		List<Observation> observations = withoutPartsOfPicked(withoutUnfoundedTotals(
				new FigureResults(this.columns, this.counted, this.cells, this.totals, this.warnings)
					.observations(withheld)));
		for (CompiledLevel level : this.levels) {
			this.missing.warnings(level.level(), observations).forEach(this.warnings::add);
		}
		Set<Coverage> coverages = new LinkedHashSet<>();
		observations.forEach((each) -> coverages.add(each.coverage()));
		PeriodLines lines = periodLines(observations);
		List<SumOfLines> sums = Stream
			.concat(this.sums.among(coverages, this.checks.totalAgrees()).stream(),
					this.sums.stated(observations, this.checks.addedUp()).stream())
			.toList();
		return ParseResult
			.ofFigures(List.copyOf(coverages), observations,
					new ParseResult.Dating(lines.newest().map(Period::lastDay).orElse(null), this.adder.status(),
							lines.warning(!this.layout.isConfidential()).orElse(null)),
					sums, unregistered(), this.warnings.all())
			.with(this.counted.levelsOfTheSameLines());
	}

}

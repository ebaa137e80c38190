package org.jfpmonitor.extract.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.extract.checks.ClosedOrganisation;
import org.jfpmonitor.extract.checks.Finding;
import org.jfpmonitor.extract.checks.LineChecks;
import org.jfpmonitor.extract.checks.LineOrganisations;
import org.jfpmonitor.extract.checks.MissingOrganisations;
import org.jfpmonitor.extract.checks.OutsideRegister;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.header.Recognition;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.Level;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.SumOfLines;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.NumberField;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.extract.row.RowHandler;
import org.jfpmonitor.extract.row.RowOutcome;
import org.jfpmonitor.extract.row.StatusWord;
import org.jfpmonitor.extract.spelling.DayOrder;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.yaml.WordList;
import org.jspecify.annotations.Nullable;

/**
 * Reckons figures from rows. A row is first judged, then added; so what is rejected has
 * added nothing.
 */
public final class FigureRows implements RowHandler {

	/** More of them are worked out for each row. */
	private static final int MOST_GROUPS = 50_000;

	/** More codes than that nobody reads in a message. */
	private static final int MOST_NAMED = 5;

	private final Layout layout;

	private final FileColumns columns;

	private final Rejects rejects;

	private final List<CompiledFigure> figures;

	private final List<CompiledLevel> levels;

	/** The levels that add lines of many organisations together. */
	private final List<CompiledLevel> sums;

	private final LineOrganisations organisations = new LineOrganisations();

	private final List<RowFilter> leaveOut;

	private final MatchedTerms.Matcher matcher;

	private final PeriodReader periods;

	private final LineChecks checks;

	private final MissingOrganisations missing;

	private final OutsideRegister outside = new OutsideRegister();

	private final DestinationCells cells;

	private final Map<RowGroup.Key, RowGroup> groups = new HashMap<>();

	private final UnmatchedFilterValues filterValues;

	private final StatusWord status;

	private final Set<DayOrder> dayOrders = EnumSet.noneOf(DayOrder.class);

	private final Warnings warnings = new Warnings();

	/** The last period that a row named. */
	private @Nullable WrittenPeriod above;

	/**
	 * Nothing is taken yet.
	 * @throws ExtractRefused when the file has not the columns for any figure, or nobody
	 * can tell its period or whose it is
	 */
	public FigureRows(Recognition recognition, String fileName, Organisations register, ReadingContext context) {
		this.layout = recognition.layout();
		this.columns = recognition.columns();
		this.rejects = new Rejects(this.columns);
		FigureCompiler compiler = new FigureCompiler(this.columns, context.plan());
		compiler.warnings().forEach(this.warnings::add);
		this.figures = compiler.figures();
		if (this.figures.isEmpty()) {
			throw new ExtractRefused(this.warnings.all());
		}
		this.periods = PeriodReader.of(recognition, fileName, context.today(), cadences(this.figures));
		this.levels = this.layout.levels()
			.stream()
			.filter((level) -> CompiledLevel.isPossible(level, this.columns))
			.map((level) -> new CompiledLevel(level, this.columns, this.figures, register, fileName))
			.toList();
		this.sums = this.levels.stream().filter(CompiledLevel::isSum).toList();
		this.leaveOut = this.layout.leaveOut()
			.stream()
			.filter(this.columns::canTest)
			.map((conditions) -> new RowFilter(conditions, this.columns))
			.toList();
		this.matcher = new MatchedTerms.Matcher(this.figures);
		this.checks = new LineChecks(this.layout.checks(), this.columns, this.rejects);
		this.missing = new MissingOrganisations(context.plan(), register);
		this.cells = new DestinationCells(this.figures, this.levels);
		this.filterValues = new UnmatchedFilterValues(this.figures, this.columns);
		this.status = new StatusWord(this.layout.vintage(), this.columns);
	}

	private static Set<Cadence> cadences(List<CompiledFigure> figures) {
		return figures.stream()
			.map((figure) -> figure.measure().cadence())
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Cadence.class)));
	}

	@Override
	public RowOutcome take(Row row) {
		RowOutcome outcome = judge(row);
		this.checks.takeForTotals(row, outcome);
		return outcome;
	}

	private RowOutcome judge(Row row) {
		this.filterValues.take(row);
		if (isLeftOut(row)) {
			return RowOutcome.LEFT_OUT;
		}
		MatchedTerms matched = this.matcher.match(row);
		if (matched.isEmpty()) {
			return RowOutcome.LEFT_OUT;
		}
		if (!this.sums.isEmpty()) {
			countOrganisations(row, matched);
		}
		boolean registered = false;
		List<Destination> destinations = new ArrayList<>(this.levels.size());
		for (CompiledLevel level : this.levels) {
			if (level.matches(row)) {
				Optional<Destination> found = level.destination(row);
				if (found.isEmpty() && this.layout.organisations() == Layout.Unregistered.REJECTED) {
					return RowOutcome.rejected(level.rejectUnregistered(row, this.rejects));
				}
				registered = registered || found.isPresent();
				found.filter(level::takes).ifPresent(destinations::add);
			}
		}
		if (matched.isReckonedAt(destinations)) {
			return take(row, matched, destinations);
		}
		if (!registered) {
			nameOutside(row);
		}
		return RowOutcome.LEFT_OUT;
	}

	/** Whoever has a line counts, registered or not, used or rejected. */
	private void countOrganisations(Row row, MatchedTerms matched) {
		WrittenPeriod period = this.periods.read(row, this.above);
		if (period.fault() != null) {
			return;
		}
		for (CompiledLevel level : this.sums) {
			if (level.matches(row)) {
				for (CompiledFigure figure : this.figures) {
					if (level.has(figure.number()) && matched.has(figure.number())) {
						this.organisations.add(new Coverage(figure.measure().id(), level.level().scope(), period.get()),
								row.text(level.summedPosition()));
					}
				}
			}
		}
	}

	/** Of the first level that the row belongs to. */
	private void nameOutside(Row row) {
		for (CompiledLevel level : this.levels) {
			if (level.matches(row)) {
				this.outside.add(level.code(row));
				return;
			}
		}
	}

	private boolean isLeftOut(Row row) {
		for (RowFilter filter : this.leaveOut) {
			if (filter.matches(row)) {
				return true;
			}
		}
		return false;
	}

	private RowOutcome take(Row row, MatchedTerms matched, List<Destination> destinations) {
		WrittenPeriod period = this.periods.read(row, this.above);
		this.above = (period.period() != null) ? period : this.above;
		this.dayOrders.addAll(period.dayOrders());
		if (period.fault() != null) {
			return rejectPeriod(row, period.fault(), period.expected(), destinations);
		}
		RowGroup.Key key = new RowGroup.Key(matched, destinations, period.get(), period.months());
		RowGroup known = this.groups.get(key);
		return (known != null) ? add(row, known) : takeFirst(row, key, period);
	}

	/** Takes the first row of a group; others like it take the short way. */
	private RowOutcome takeFirst(Row row, RowGroup.Key key, WrittenPeriod period) {
		List<Destination> destinations = key.destinations();
		MatchedTerms wanted = key.matched()
			.of((figure) -> this.figures.get(figure).takes(period)
					&& destinations.stream().anyMatch((each) -> each.level().has(figure)));
		for (CompiledTerm term : wanted.terms()) {
			Measure measure = this.figures.get(term.figure()).measure();
			if (!period.cadences().contains(measure.cadence())) {
				return rejectPeriod(row, RejectCode.PERIOD_NOT_OF_CADENCE,
						measure.cadence().inWords() + ", as measure " + measure.id() + " has", destinations);
			}
		}
		if (wanted.isEmpty()) {
			return RowOutcome.LEFT_OUT;
		}
		for (Destination each : destinations) {
			Optional<String> open = ClosedOrganisation.expected(each.organisation(), period.get());
			if (open.isPresent()) {
				return RowOutcome
					.rejected(each.level().reject(row, RejectCode.CLOSED_ORGANISATION, open.get(), this.rejects));
			}
		}
		RowGroup group = new RowGroup(wanted,
				destinations.stream().map((each) -> this.cells.cell(each, period.get())).toList());
		if (this.groups.size() < MOST_GROUPS) {
			this.groups.put(key, group);
		}
		return add(row, group);
	}

	private RowOutcome rejectPeriod(Row row, RejectCode code, String expected, List<Destination> destinations) {
		if (code != RejectCode.PERIOD_IN_FUTURE) {
			this.cells.loseOfAnyPeriod(destinations);
		}
		return RowOutcome.rejected(this.periods.reject(row, code, expected, this.columns, this.rejects));
	}

	private RowOutcome add(Row row, RowGroup group) {
		NumberField[][] numbers = group.terms().numbers(row);
		List<MatchedTerms.UnusableNumber> unusable = group.terms().unusable(row, numbers);
		List<Reject> faults = unusable.isEmpty() ? addSound(row, group, numbers) : addRest(row, group, unusable);
		return faults.isEmpty() ? RowOutcome.USED : RowOutcome.rejected(faults);
	}

	/**
	 * A field without a possible number spoils the figures that use it, and no others.
	 */
	private List<Reject> addRest(Row row, RowGroup group, List<MatchedTerms.UnusableNumber> unusable) {
		Set<Integer> spoilt = unusable.stream().map(MatchedTerms.UnusableNumber::figure).collect(Collectors.toSet());
		group.of(spoilt::contains).lose(row);
		List<Reject> faults = new ArrayList<>(
				unusable.stream().map((each) -> each.column().reject(row, this.rejects)).distinct().toList());
		RowGroup sound = group.of((figure) -> !spoilt.contains(figure));
		if (!sound.terms().isEmpty()) {
			faults.addAll(addSound(row, sound, sound.terms().numbers(row)));
		}
		return faults;
	}

	/** Adds a row whose numbers can be read, or says what else is wrong with it. */
	private List<Reject> addSound(Row row, RowGroup sound, NumberField[][] numbers) {
		List<Reject> faults = faults(row, sound);
		if (faults.isEmpty()) {
			sound.add(row, numbers);
			this.status.take(row);
		}
		else {
			sound.lose(row);
		}
		return faults;
	}

	private List<Reject> faults(Row row, RowGroup sound) {
		List<Reject> found = new ArrayList<>(0);
		for (Finding each : this.checks.take(row)) {
			if (each.reject() != null) {
				found.add(each.reject());
			}
			if (each.warning() != null) {
				this.warnings.add(each.warning());
			}
		}
		if (found.isEmpty() && this.cells.isOnce()) {
			sound.doubled(row, this.rejects).ifPresent(found::add);
		}
		return found;
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

	/** Nobody whose rows they are is registered. */
	@Override
	public String whyNoneUsed() {
		List<String> codes = unregistered();
		if (codes.isEmpty()) {
			return "";
		}
		List<String> kinds = this.levels.stream()
			.flatMap((level) -> level.level().kinds().stream())
			.distinct()
			.sorted()
			.map((kind) -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.toList();
		String more = (codes.size() > MOST_NAMED) ? " and " + (codes.size() - MOST_NAMED) + " more" : "";
		return "organisations.yaml has none of "
				+ String.join(", ", codes.subList(0, Math.min(MOST_NAMED, codes.size()))) + more
				+ (kinds.isEmpty() ? "" : " as " + WordList.either(kinds)) + ". If they are meant, add them to"
				+ " config/organisations.yaml (docs/adding-an-organisation.md); if not, check that the file is the one meant.";
	}

	/** A file of persons may hold anything in their place. */
	private List<String> unregistered() {
		return this.layout.recordLevel() ? List.of()
				: this.levels.stream()
					.flatMap((level) -> level.unregistered().stream())
					.distinct()
					.map(Reject::legible)
					.toList();
	}

	/**
	 * What all rows came to.
	 * @throws ExtractRefused when days are written month first, because those up to the
	 * 12th were read the wrong way round, and nobody can tell which; or when a check that
	 * refuses does not hold
	 */
	@Override
	public ParseResult finish() {
		DayOrder.refuseMonthFirst(this.dayOrders);
		this.checks.warnings().forEach(this.warnings::add);
		this.filterValues.warnings(this.cells).forEach(this.warnings::add);
		if (!this.layout.recordLevel()) {
			this.outside.warning().ifPresent(this.warnings::add);
		}
		List<Observation> observations = new FigureResults(this.columns, this.figures, this.cells, this.warnings)
			.observations(this.levels);
		for (CompiledLevel level : this.levels) {
			this.missing.warnings(level.level(), observations).forEach(this.warnings::add);
		}
		Set<Coverage> coverages = new LinkedHashSet<>();
		observations
			.forEach((each) -> coverages.add(new Coverage(each.cell().measure(), each.scope(), each.cell().period())));
		LocalDate latest = observations.stream()
			.map((each) -> each.cell().period().lastDay())
			.max(Comparator.naturalOrder())
			.orElse(null);
		return ParseResult
			.ofFigures(List.copyOf(coverages), observations, latest, this.status.word(), null, this.warnings.all())
			.with(sums(coverages))
			.naming(unregistered());
	}

	private List<SumOfLines> sums(Set<Coverage> coverages) {
		List<SumOfLines> found = new ArrayList<>();
		for (CompiledLevel level : this.sums) {
			Level.SumOver sumOver = Objects.requireNonNull(level.level().sumOver());
			String scope = this.layout.levels()
				.stream()
				.filter((each) -> each.sumOver() == null && sumOver.column().equals(each.column()))
				.map(Level::scope)
				.findFirst()
				.orElse(null);
			for (Coverage each : coverages) {
				if (each.scope().equals(level.level().scope())) {
					found.add(new SumOfLines(each, scope, this.columns.name(sumOver.column()),
							this.organisations.count(each), sumOver.atLeast(), this.checks.totalAgrees()));
				}
			}
		}
		return found;
	}

}

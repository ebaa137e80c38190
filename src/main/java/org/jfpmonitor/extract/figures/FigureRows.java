package org.jfpmonitor.extract.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.checks.ClosedOrganisation;
import org.jfpmonitor.extract.checks.Finding;
import org.jfpmonitor.extract.checks.LineChecks;
import org.jfpmonitor.extract.checks.MissingOrganisations;
import org.jfpmonitor.extract.figures.MatchedTerms.Contribution;
import org.jfpmonitor.extract.figures.WrittenPeriod.DayOrder;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.header.Recognition;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.extract.row.RowHandler;
import org.jfpmonitor.extract.row.RowOutcome;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Reckons figures from rows. A row is first judged, then added; so what is rejected has
 * added nothing.
 */
public final class FigureRows implements RowHandler {

	private final Layout layout;

	private final FileColumns columns;

	private final Rejects rejects;

	private final List<CompiledFigure> figures;

	private final List<CompiledLevel> levels;

	private final List<RowFilter> leaveOut;

	private final MatchedTerms.Matcher matcher;

	private final PeriodReader periods;

	private final LineChecks checks;

	private final MissingOrganisations missing;

	private final DestinationCells cells;

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
		this.periods = PeriodReader.of(recognition, fileName, context.today());
		FigureCompiler compiler = new FigureCompiler(this.columns, context.plan());
		compiler.warnings().forEach(this.warnings::add);
		this.figures = compiler.figures();
		if (this.figures.isEmpty()) {
			throw new ExtractRefused(this.warnings.all());
		}
		this.levels = this.layout.levels()
			.stream()
			.filter((level) -> CompiledLevel.isPossible(level, this.columns))
			.map((level) -> new CompiledLevel(level, this.columns, this.figures, register, fileName))
			.toList();
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
		List<Destination> destinations = new ArrayList<>(this.levels.size());
		for (CompiledLevel level : this.levels) {
			if (level.matches(row)) {
				Optional<Destination> found = level.destination(row);
				if (found.isEmpty() && this.layout.organisations() == Layout.Unregistered.REJECTED) {
					return RowOutcome.rejected(level.rejectUnregistered(row, this.rejects));
				}
				found.filter(level::takes).ifPresent(destinations::add);
			}
		}
		MatchedTerms wanted = matched.of((figure) -> isReckoned(figure, destinations));
		return wanted.isEmpty() ? RowOutcome.LEFT_OUT : take(wanted, destinations);
	}

	private boolean isLeftOut(Row row) {
		for (RowFilter filter : this.leaveOut) {
			if (filter.matches(row)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isReckoned(int figure, List<Destination> destinations) {
		for (Destination destination : destinations) {
			if (destination.level().has(figure)) {
				return true;
			}
		}
		return false;
	}

	private RowOutcome take(MatchedTerms wanted, List<Destination> destinations) {
		Row row = wanted.row();
		WrittenPeriod period = this.periods.read(row, this.above);
		this.above = (period.period() != null) ? period : this.above;
		this.dayOrders.addAll(period.dayOrders());
		if (period.fault() != null) {
			return rejectPeriod(row, period.fault(), period.expected(), destinations);
		}
		MatchedTerms ofMonths = wanted.of((figure) -> this.figures.get(figure).takes(period));
		for (CompiledTerm term : ofMonths.terms()) {
			Measure measure = this.figures.get(term.figure()).measure();
			if (!period.cadences().contains(measure.cadence())) {
				return rejectPeriod(row, RejectCode.PERIOD_NOT_OF_CADENCE,
						"a " + measure.cadence().word() + " period, as measure " + measure.id() + " has", destinations);
			}
		}
		if (ofMonths.isEmpty()) {
			return RowOutcome.LEFT_OUT;
		}
		for (Destination each : destinations) {
			Optional<String> open = ClosedOrganisation.expected(each.organisation(), period.get());
			if (open.isPresent()) {
				return RowOutcome
					.rejected(each.level().reject(row, RejectCode.CLOSED_ORGANISATION, open.get(), this.rejects));
			}
		}
		return add(ofMonths, destinations, period);
	}

	private RowOutcome rejectPeriod(Row row, RejectCode code, String expected, List<Destination> destinations) {
		if (code != RejectCode.PERIOD_IN_FUTURE) {
			this.cells.loseOfAnyPeriod(destinations);
		}
		return RowOutcome.rejected(this.periods.reject(row, code, expected, this.columns, this.rejects));
	}

	/** A field without a number spoils the figures that use it, and no others. */
	private RowOutcome add(MatchedTerms taken, List<Destination> destinations, WrittenPeriod period) {
		List<Contribution> contributions = taken.contributions();
		List<MatchedTerms.Unreadable> unreadable = taken.unreadable(contributions);
		if (unreadable.isEmpty()) {
			return addSound(taken, contributions, destinations, period, List.of());
		}
		Set<Integer> spoilt = unreadable.stream().map(MatchedTerms.Unreadable::figure).collect(Collectors.toSet());
		this.cells.lose(destinations, period.get(), taken.of(spoilt::contains), taken.row());
		MatchedTerms sound = taken.of((figure) -> !spoilt.contains(figure));
		List<Reject> rejects = unreadable.stream()
			.map((each) -> each.column().reject(taken.row(), this.rejects))
			.distinct()
			.toList();
		return addSound(sound, sound.contributions(), destinations, period, rejects);
	}

	private RowOutcome addSound(MatchedTerms sound, List<Contribution> contributions, List<Destination> destinations,
			WrittenPeriod period, List<Reject> before) {
		Row row = sound.row();
		List<Reject> rejects = new ArrayList<>(before);
		if (!sound.isEmpty()) {
			List<Reject> found = faults(sound, destinations, period);
			rejects.addAll(found);
			if (found.isEmpty()) {
				this.cells.add(destinations, period.get(), contributions, row.line());
				this.status.take(row);
			}
			else {
				this.cells.lose(destinations, period.get(), sound, row);
			}
		}
		return rejects.isEmpty() ? RowOutcome.USED : RowOutcome.rejected(rejects);
	}

	/** What is wrong with a row whose numbers can be read. */
	private List<Reject> faults(MatchedTerms sound, List<Destination> destinations, WrittenPeriod period) {
		List<Reject> found = new ArrayList<>();
		for (Finding each : this.checks.take(sound.row())) {
			if (each.reject() != null) {
				found.add(each.reject());
			}
			if (each.warning() != null) {
				this.warnings.add(each.warning());
			}
		}
		if (found.isEmpty()) {
			this.cells.earlier(destinations, period.get(), sound)
				.ifPresent((earlier) -> found.add(earlier.destination()
					.level()
					.reject(sound.row(), RejectCode.DUPLICATE_KEY,
							"one line for each organisation and period; line " + earlier.line() + " is another one",
							this.rejects)));
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

	/**
	 * What all rows came to.
	 * @throws ExtractRefused when days are written month first, because those up to the
	 * 12th were read the wrong way round, and nobody can tell which; or when a check that
	 * refuses does not hold
	 */
	@Override
	public ParseResult finish() {
		if (this.dayOrders.contains(DayOrder.MONTH_FIRST) && !this.dayOrders.contains(DayOrder.DAY_FIRST)) {
			throw new ExtractRefused(List.of("Expected days written day first, such as 31/03/2025, found some whose "
					+ "month comes first. Save the file with days such as 2025-03-31."));
		}
		this.checks.warnings().forEach(this.warnings::add);
		this.filterValues.warnings(this.cells).forEach(this.warnings::add);
		List<Observation> observations = new FigureResults(this.layout, this.figures, this.cells, this.warnings)
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
		return ParseResult.ofFigures(List.copyOf(coverages), observations, latest, this.status.word(), null,
				this.warnings.all());
	}

}

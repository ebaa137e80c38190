package org.jfpmonitor.extract.figures;

import org.jfpmonitor.extract.result.Reject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.ClosedOrganisation;
import org.jfpmonitor.extract.checks.OutsideRegister;
import org.jfpmonitor.extract.checks.UnfinishedPeriod;
import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledLevel.Destination;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.compiled.CompiledTerm;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.period.PeriodLines;
import org.jfpmonitor.extract.period.PeriodReader;
import org.jfpmonitor.extract.period.WrittenPeriod;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.extract.row.RowOutcome;
import org.jfpmonitor.extract.spelling.DayOrders;
import org.jfpmonitor.extract.spelling.HeadingWords;
import org.jfpmonitor.extract.totals.WordColumns;
import org.jfpmonitor.plan.Measure;
import org.jspecify.annotations.Nullable;

/**
 * Which figures of whom a row counts towards: it goes to the group of rows like it, and
 * that to the adder, or is left out or refused.
 */
final class RowRouter {

	/** Where more of them are met, the rest are worked out for each row. */
	private static final int MOST_GROUPS = 50_000;

	private final FileColumns columns;

	private final Rejects rejects;

	private final Contents.Unregistered unregistered;

	private final List<RowFilter> leaveOut;

	private final List<CompiledFigure> figures;

	private final List<CompiledLevel> levels;

	private final MatchedTerms.Matcher matcher;

	private final PeriodReader periods;

	private final DestinationCells cells;

	private final SumsOverOrganisations sums;

	private final OutsideRegister outside;

	private final RowAdder adder;

	private final Map<RowGroup.Key, RowGroup> groups = new HashMap<>();

	private final PeriodLines periodLines = new PeriodLines();

	/** What stands in the place of a code in lines of totals. */
	private final Set<String> totals = new HashSet<>();

	private final DayOrders dayOrders = new DayOrders();

	private final UnsureRows unsure;

	/** Whether a row was left out for the length of its period. */
	private boolean otherLengths;

	/** What the row above said of its period, also where it was left out. */
	private @Nullable WrittenPeriod above;

	/**
	 * Nothing is taken yet.
	 * @param sums takes down whose lines go into sums
	 * @param outside takes down whose lines are left out
	 */
	RowRouter(FileColumns columns, Contents.Unregistered unregistered, List<CompiledFigure> figures,
			List<CompiledLevel> levels, PeriodReader periods, DestinationCells cells, SumsOverOrganisations sums,
			OutsideRegister outside, WordColumns words, RowAdder adder) {
		this.columns = columns;
		this.rejects = new Rejects(columns);
		this.unregistered = unregistered;
		this.leaveOut = columns.layout()
			.leaveOut()
			.stream()
			.filter(columns::canTest)
			.map((conditions) -> new RowFilter(conditions, columns))
			.toList();
		this.figures = figures;
		this.levels = levels;
		this.matcher = new MatchedTerms.Matcher(figures, columns.layout().recordLevel());
		this.periods = periods;
		this.cells = cells;
		this.sums = sums;
		this.outside = outside;
		this.adder = adder;
		this.unsure = new UnsureRows(columns, levels, cells, outside, words);
	}

	RowOutcome take(Row row) {
		WrittenPeriod period = this.periods.read(row, this.above);
		this.above = period;
		if (isLeftOut(row)) {
			return RowOutcome.LEFT_OUT;
		}
		MatchedTerms matched = this.matcher.match(row);
		if (matched.isEmpty()) {
			return RowOutcome.LEFT_OUT;
		}
		this.sums.count(row, matched, period);
		boolean registered = false;
		List<Destination> destinations = new ArrayList<>(this.levels.size());
		for (CompiledLevel level : this.levels) {
			if (level.matches(row)) {
				Optional<Destination> found = level.destination(row);
				if (found.isEmpty() && this.unregistered == Contents.Unregistered.REJECTED) {
					return RowOutcome.rejected(level.rejectUnregistered(row, this.rejects));
				}
				registered = registered || found.isPresent();
				found.filter(level::takes).ifPresent(destinations::add);
			}
		}
		if (matched.isReckonedAt(destinations)) {
			noteTotal(row, destinations);
			this.unsure.above(destinations);
			return take(row, matched, destinations, period);
		}
		List<Reject> unsure = (registered || !matched.hasNumber(row)) ? List.of() : this.unsure.reject(row);
		if (!unsure.isEmpty()) {
			return RowOutcome.rejected(unsure);
		}
		if (!registered) {
			nameOutside(row);
		}
		return RowOutcome.LEFT_OUT;
	}

	private void noteTotal(Row row, List<Destination> destinations) {
		for (Destination destination : destinations) {
			if (destination.level().isOneLineOfOne()) {
				noteTotal(row);
				return;
			}
		}
	}

	private void noteTotal(Row row) {
		for (CompiledLevel level : this.levels) {
			if (level.matches(row) && level.destination(row).isEmpty()) {
				this.totals.add(level.code(row));
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

	/** Of the first level that the row belongs to. */
	private void nameOutside(Row row) {
		for (CompiledLevel level : this.levels) {
			if (level.matches(row)) {
				this.outside.add(level.code(row));
				return;
			}
		}
	}

	private RowOutcome take(Row row, MatchedTerms matched, List<Destination> destinations, WrittenPeriod period) {
		this.dayOrders.add(period.dayOrders(), this.periods.written(row));
		if (period.fault() != null) {
			return rejectPeriod(row, period.fault(), period.expected(),
					isOfSeveral(period, row) ? List.of() : destinations);
		}
		RowGroup.Key key = new RowGroup.Key(matched, destinations, period.get(), period.months(), period.wording());
		RowGroup known = this.groups.get(key);
		return (known != null) ? add(row, known, period) : takeFirst(row, key, period);
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
						measure.cadence().inWords() + ", as measure " + measure.id() + " has",
						isLonger(period.get(), measure) ? List.of() : destinations);
			}
			Optional<String> over = UnfinishedPeriod.expected(measure, period.get(), this.periods.arrivedOn());
			if (over.isPresent()) {
				return rejectPeriod(row, RejectCode.PERIOD_IN_FUTURE, over.get(), destinations);
			}
		}
		if (wanted.isEmpty()) {
			this.otherLengths = true;
			return RowOutcome.LEFT_OUT;
		}
		for (Destination each : destinations) {
			Optional<String> open = ClosedOrganisation.expected(each.organisation(), period.get());
			if (open.isPresent()) {
				return RowOutcome
					.rejected(each.level().reject(row, RejectCode.CLOSED_ORGANISATION, open.get(), this.rejects));
			}
		}
		List<FigureCell> into = new ArrayList<>();
		destinations.forEach((each) -> into.add(this.cells.cell(each, period.get())));
		if (this.columns.layout().isControlled()) {
			into.addAll(this.cells.remainders(destinations, period.get()));
		}
		if (!this.columns.layout().recordLevel()) {
			String shown = this.periods.written(row);
			into.forEach((cell) -> cell.noteWording(wanted.terms(), key.wording(), shown));
		}
		RowGroup group = new RowGroup(wanted, List.copyOf(into));
		if (this.groups.size() < MOST_GROUPS) {
			this.groups.put(key, group);
		}
		return add(row, group, period);
	}

	private RowOutcome add(Row row, RowGroup group, WrittenPeriod period) {
		this.periodLines.add(period.get(), row.line());
		return this.adder.add(row, group);
	}

	/** A line for a longer period, or for all of them, is no part of any. */
	private boolean isOfSeveral(WrittenPeriod period, Row row) {
		return period.fault() == RejectCode.PERIOD_NOT_OF_CADENCE
				|| HeadingWords.isTotalOrPart(this.periods.written(row));
	}

	/** A line for a whole year is no part of any of its months. */
	private static boolean isLonger(Period written, Measure measure) {
		Period last = measure.cadence().periodOf(written.lastDay());
		return written.encloses(last) && !written.equals(last);
	}

	/**
	 * @param destinations whose figures may lack it
	 */
	private RowOutcome rejectPeriod(Row row, RejectCode code, String expected, List<Destination> destinations) {
		if (code != RejectCode.PERIOD_IN_FUTURE) {
			this.cells.loseOfAnyPeriod(destinations);
		}
		return RowOutcome.rejected(this.periods.reject(row, code, expected, this.columns, this.rejects));
	}

	/** What the last row is for; null when that cannot be read. */
	@Nullable Period periodOfLast() {
		return (this.above != null) ? this.above.period() : null;
	}

	/**
	 * Whether the text stands in the place of a code in lines that state, by themselves,
	 * the figures of one organisation that the layout names, such as England's total.
	 */
	boolean isTotal(String code) {
		return this.totals.contains(code);
	}

	/** Whether rows were left out that are for longer or shorter periods. */
	boolean hasOtherLengths() {
		return this.otherLengths;
	}

	/** For which periods the rows are that belong to figures. */
	PeriodLines periodLines() {
		return this.periodLines;
	}

	/**
	 * The days of rows that count are written day first.
	 * @throws ExtractRefused when they can only have been written month first, or could
	 * all be either
	 */
	void refuseMonthFirst() {
		this.dayOrders.refuseMonthFirst();
	}

}

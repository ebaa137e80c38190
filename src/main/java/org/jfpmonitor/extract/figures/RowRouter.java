package org.jfpmonitor.extract.figures;

import org.jfpmonitor.extract.result.Reject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.ClosedOrganisation;
import org.jfpmonitor.extract.checks.UnfinishedPeriod;
import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledLevel.Destination;
import org.jfpmonitor.extract.compiled.CompiledTerm;
import org.jfpmonitor.extract.header.FileColumns;
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

	private final List<RowFilter> leaveOut;

	private final List<CompiledFigure> figures;

	private final RowDestinations destinations;

	private final MatchedTerms.Matcher matcher;

	private final PeriodReader periods;

	private final DestinationCells cells;

	private final SumsOverOrganisations sums;

	private final RowAdder adder;

	private final Map<RowGroup.Key, RowGroup> groups = new HashMap<>();

	private final PeriodLines periodLines = new PeriodLines();

	private final DayOrders dayOrders = new DayOrders();

	/** Whether a row was left out for the length of its period. */
	private boolean otherLengths;

	/** What the row above said of its period, also where it was left out. */
	private @Nullable WrittenPeriod above;

	/**
	 * Nothing is taken yet.
	 * @param sums takes down whose lines go into sums
	 */
	RowRouter(FileColumns columns, List<CompiledFigure> figures, RowDestinations destinations, PeriodReader periods,
			DestinationCells cells, SumsOverOrganisations sums, RowAdder adder) {
		this.columns = columns;
		this.rejects = new Rejects(columns);
		this.leaveOut = columns.layout()
			.leaveOut()
			.stream()
			.filter(columns::canTest)
			.map((conditions) -> new RowFilter(conditions, columns))
			.toList();
		this.figures = figures;
		this.destinations = destinations;
		this.matcher = new MatchedTerms.Matcher(figures, columns.layout().recordLevel());
		this.periods = periods;
		this.cells = cells;
		this.sums = sums;
		this.adder = adder;
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
		RowDestinations.FoundDestinations whose = this.destinations.of(row);
		if (whose.reject() != null) {
			return RowOutcome.rejected(whose.reject());
		}
		if (matched.isReckonedAt(whose.destinations())) {
			this.destinations.reckoned(row, whose.destinations());
			return take(row, matched, whose.destinations(), period);
		}
		List<Reject> unsure = whose.registered() ? List.of() : this.destinations.leaveOut(row, matched.hasNumber(row));
		return unsure.isEmpty() ? RowOutcome.LEFT_OUT : RowOutcome.rejected(unsure);
	}

	private boolean isLeftOut(Row row) {
		for (RowFilter filter : this.leaveOut) {
			if (filter.matches(row)) {
				return true;
			}
		}
		return false;
	}

	private RowOutcome take(Row row, MatchedTerms matched, List<Destination> destinations, WrittenPeriod period) {
		this.dayOrders.add(period.dayOrders(), this.periods.written(row));
		if (period.fault() != null) {
			return rejectPeriod(row, period.fault(), period.expected(),
					isOfSeveral(period, row) ? List.of() : destinations);
		}
		Optional<String> other = this.periods.contradicting(row, period.get());
		if (other.isPresent()) {
			return rejectPeriod(row, RejectCode.NOT_A_PERIOD, other.get(), destinations);
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

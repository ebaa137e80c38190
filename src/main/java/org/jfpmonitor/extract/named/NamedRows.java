package org.jfpmonitor.extract.named;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.figures.LevelPlan;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.NamedFigures;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Rejects;
import org.jfpmonitor.extract.result.Result;
import org.jfpmonitor.extract.result.Warnings;
import org.jfpmonitor.extract.row.ColumnFinder;
import org.jfpmonitor.extract.row.Numbers;
import org.jfpmonitor.extract.row.Recognition;
import org.jfpmonitor.extract.row.RowTests;
import org.jfpmonitor.extract.row.Rows;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.PeriodParser;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Trajectory;
import org.jspecify.annotations.Nullable;

/**
 * Rows that name their own measure: one figure a row, or one in each column of a period.
 */
public final class NamedRows implements Rows {

	private static final int MOST_FIGURES = 200_000;

	private final NamedFigures named;

	private final ColumnFinder finder;

	private final Organisations register;

	private final Rejects rejects;

	private final RowTests tests;

	private final Numbers numbers;

	private final RowTests.Tested[] leaveOut;

	private final NamedPeriods periods;

	private final NamedValues values;

	private final Map<String, Measure> measures = new HashMap<>();

	private final Set<MeasureId> planned;

	private final PublishedDay published;

	private final Map<Cell, Long> lines = new HashMap<>();

	private final List<Observation> observations = new ArrayList<>();

	private final Set<Coverage> coverages = new LinkedHashSet<>();

	public NamedRows(Recognition recognition, NamedFigures named, Organisations register, ReadingContext context,
			Rejects rejects, Warnings warnings) {
		Layout layout = recognition.layout();
		this.named = named;
		this.finder = new ColumnFinder(layout, recognition.header());
		this.register = register;
		this.rejects = rejects;
		this.numbers = new Numbers();
		this.tests = new RowTests(this.numbers);
		this.leaveOut = layout.leaveOut()
			.stream()
			.filter(this.finder::canTest)
			.map((conditions) -> this.tests.ready(conditions, this.finder))
			.toArray(RowTests.Tested[]::new);
		this.periods = new NamedPeriods(layout, this.finder, recognition.header(), context.today(), rejects, warnings);
		this.values = new NamedValues(named, this.finder, this.numbers, rejects);
		context.plan().measures().forEach((measure) -> this.measures.put(measure.id().value(), measure));
		named.names().forEach((name, id) -> context.plan().measure(id).ifPresent((it) -> this.measures.put(name, it)));
		this.planned = planned(context.plan());
		this.published = new PublishedDay(layout.vintage(), this.finder);
	}

	/** Measures whose figures are another one's plan lie in the future by nature. */
	private static Set<MeasureId> planned(Plan plan) {
		return plan.measures()
			.stream()
			.flatMap((measure) -> Optional.ofNullable(measure.target()).stream())
			.filter((target) -> target.trajectory() instanceof Trajectory.Supplied)
			.map((target) -> ((Trajectory.Supplied) target.trajectory()).planned())
			.collect(Collectors.toSet());
	}

	@Override
	public Outcome take(String[] row, long line) {
		this.numbers.turnTo(row);
		this.tests.turnTo(row);
		for (RowTests.Tested each : this.leaveOut) {
			if (this.tests.areMet(each)) {
				return Outcome.LEFT_OUT;
			}
		}
		Measure measure = measure(row, line);
		OrganisationCode organisation = organisation(row, line, measure);
		if (measure == null || organisation == null) {
			return Outcome.REJECTED;
		}
		List<Observation> found = new ArrayList<>();
		List<Cell> withdrawn = new ArrayList<>();
		Set<Cell> ofThisRow = new HashSet<>();
		boolean sound = true;
		for (NamedPeriods.Place place : this.periods.places(row)) {
			Period period = this.periods.period(place, row, line, measure, this.planned.contains(measure.id()));
			Cell cell = (period != null) ? new Cell(measure.id(), organisation, period) : null;
			sound &= cell != null && this.periods.isFirst(place, cell, row, line, ofThisRow.add(cell))
					&& isFree(cell, row, line) && isOpen(cell, row, line)
					&& read(cell, measure, place, row, line, found, withdrawn);
		}
		return sound ? keep(found, withdrawn, line) : Outcome.REJECTED;
	}

	private Outcome keep(List<Observation> found, List<Cell> withdrawn, long line) {
		for (Observation each : found) {
			this.lines.put(each.cell(), line);
			this.observations.add(each);
			this.coverages.add(new Coverage(each.cell().measure(), each.scope(), each.cell().period()));
		}
		for (Cell cell : withdrawn) {
			this.lines.put(cell, line);
			this.coverages.add(new Coverage(cell.measure(), cell.organisation().value(), cell.period()));
		}
		if (this.lines.size() > MOST_FIGURES) {
			throw new ExtractRefused(List.of("Expected at most " + MOST_FIGURES
					+ " figures in one file, found more. Split it into several files."));
		}
		boolean any = !found.isEmpty() || !withdrawn.isEmpty();
		return any ? Outcome.USED : Outcome.LEFT_OUT;
	}

	private @Nullable Measure measure(String[] row, long line) {
		int position = this.finder.position(this.named.measure());
		Measure measure = this.measures.get(NormalisedText.value(row[position]));
		if (measure == null) {
			boolean blank = row[position].isBlank();
			this.rejects.field(line, blank ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_MEASURE,
					this.finder.column(this.named.measure()), position, row[position],
					"the id of a measure of the plan");
		}
		return measure;
	}

	private @Nullable OrganisationCode organisation(String[] row, long line, @Nullable Measure measure) {
		String column = this.named.organisation();
		if (column == null) {
			return judged(row, line, measure);
		}
		int position = this.finder.position(column);
		Optional<Organisation> found = this.register.find(NormalisedText.value(row[position]));
		if (found.isEmpty()) {
			boolean blank = row[position].isBlank();
			this.rejects.field(line, blank ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_ORGANISATION,
					this.finder.column(column), position, row[position],
					"the code of an organisation in organisations.yaml");
		}
		return found.map(Organisation::code).orElse(null);
	}

	private @Nullable OrganisationCode judged(String[] row, long line, @Nullable Measure measure) {
		if (measure == null) {
			return null;
		}
		if (measure.organisations().size() != 1) {
			int position = this.finder.position(this.named.measure());
			this.rejects.field(line, RejectCode.UNKNOWN_ORGANISATION, this.finder.column(this.named.measure()),
					position, row[position], "a measure that the plan judges by one organisation");
			return null;
		}
		return measure.organisations().get(0);
	}

	private boolean isFree(Cell cell, String[] row, long line) {
		Long earlier = this.lines.get(cell);
		if (earlier != null) {
			int position = this.finder.position(this.named.measure());
			this.rejects.field(line, RejectCode.DUPLICATE_KEY, this.finder.column(this.named.measure()), position,
					row[position], "one line for each measure, organisation and period; line " + earlier
							+ " is another one for " + cell.organisation() + " in " + cell.period().inWords());
		}
		return earlier == null;
	}

	private boolean isOpen(Cell cell, String[] row, long line) {
		Organisation organisation = this.register.find(cell.organisation()).orElseThrow();
		LocalDate closed = organisation.closed();
		if (closed == null || !cell.period().start().isAfter(closed)) {
			return true;
		}
		String column = this.named.organisation();
		int position = this.finder.position((column != null) ? column : this.named.measure());
		this.rejects.field(line, RejectCode.CLOSED_ORGANISATION,
				this.finder.column((column != null) ? column : this.named.measure()), position, row[position],
				LevelPlan.Owner.stillOpen(organisation, closed));
		return false;
	}

	private boolean read(Cell cell, Measure measure, NamedPeriods.Place place, String[] row, long line,
			List<Observation> found, List<Cell> withdrawn) {
		if (this.values.isWithdrawal(place, row)) {
			withdrawn.add(cell);
			return true;
		}
		Figure figure = this.values.read(place, measure, row, line);
		if (figure != null) {
			found.add(new Observation(cell, figure, cell.organisation().value(), line, 1));
			this.published.see(row);
		}
		return figure != null;
	}

	@Override
	public boolean needs(int position) {
		return this.numbers.uses(position);
	}

	@Override
	public void lineLost() {
		// Each line is a figure of its own, so no other figure lacks it.
	}

	@Override
	public Result finish() {
		LocalDate latest = this.coverages.stream()
			.map((each) -> each.period().lastDay())
			.max(LocalDate::compareTo)
			.orElse(null);
		return new Result(List.copyOf(this.coverages), this.observations, List.of(), List.of(), List.of(), latest, null,
				this.published.day());
	}

	/** The newest day on which rows say they were published. */
	private static final class PublishedDay {

		private final int position;

		private String last = "";

		private @Nullable LocalDate day;

		PublishedDay(org.jfpmonitor.extract.layout.VintageRule rule, ColumnFinder finder) {
			String column = rule.column();
			this.position = (column != null && finder.has(column)) ? finder.position(column) : -1;
		}

		void see(String[] row) {
			if (this.position >= 0 && !row[this.position].equals(this.last)) {
				this.last = row[this.position];
				LocalDate here = PeriodParser.date(this.last).orElse(null);
				this.day = (here == null || (this.day != null && this.day.isAfter(here))) ? this.day : here;
			}
		}

		@Nullable LocalDate day() {
			return this.day;
		}

	}

}

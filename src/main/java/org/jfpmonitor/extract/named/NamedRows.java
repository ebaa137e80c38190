package org.jfpmonitor.extract.named;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.checks.ClosedOrganisation;
import org.jfpmonitor.extract.disclosure.CountedFigure;
import org.jfpmonitor.extract.disclosure.Withheld;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Contents;
import org.jfpmonitor.extract.layout.Layout;
import org.jfpmonitor.extract.layout.NamedFigures;
import org.jfpmonitor.extract.period.PeriodLines;
import org.jfpmonitor.extract.recognition.Recognition;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ParseResult;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.row.Rejects;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.row.RowFilter;
import org.jfpmonitor.extract.row.RowHandler;
import org.jfpmonitor.extract.row.RowOutcome;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jfpmonitor.extract.spelling.OtherFigures;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Trajectory;

/**
 * Rows that name their own measure: one figure a row, or one in each column of a period.
 */
public final class NamedRows implements RowHandler {

	private static final int MOST_FIGURES = 200_000;

	private final NamedFigures named;

	private final FileColumns columns;

	private final Organisations register;

	private final Rejects rejects;

	private final List<RowFilter> leaveOut;

	/** Where columns are that the layout does not know. */
	private final BitSet unknown = new BitSet();

	/** Columns of remarks. */
	private final BitSet remarks = new BitSet();

	private final NamedPeriods periods;

	private final NamedValues values;

	/** By position, where they stand above the periods. */
	private final Map<Integer, OrganisationCode> above;

	private final Map<String, Measure> measures = new HashMap<>();

	private final Set<MeasureId> planned;

	/** Of which no number is told to whoever looks at the delivery. */
	private final Set<MeasureId> withheld;

	private final Map<Cell, Place> places = new HashMap<>();

	private final List<Observation> observations = new ArrayList<>();

	private final Set<Coverage> coverages = new LinkedHashSet<>();

	private final PeriodLines periodLines = new PeriodLines();

	public NamedRows(Recognition recognition, Contents.Named contents, Organisations register, ReadingContext context) {
		Layout layout = recognition.layout();
		this.named = contents.rule();
		this.withheld = context.trial() ? Set.of() : contents.withheldElsewhere().keySet();
		this.columns = recognition.columns();
		this.register = register;
		this.rejects = new Rejects(this.columns);
		this.leaveOut = layout.leaveOut()
			.stream()
			.filter(this.columns::canTest)
			.map((conditions) -> new RowFilter(conditions, this.columns))
			.toList();
		this.periods = new NamedPeriods(this.columns, this.named.organisationAbove(), context.arrivedOn(),
				this.rejects);
		this.values = new NamedValues(this.named, this.columns, this.rejects);
		this.unknown.set(0, this.columns.header().width());
		this.columns.header().positions().forEach(this.unknown::clear);
		this.periods.headers().forEach(this.unknown::clear);
		IntStream.range(0, this.columns.header().width())
			.filter((at) -> OtherFigures.isOfRemarks(this.columns.header().name(at)))
			.forEach((at) -> {
				this.unknown.clear(at);
				this.remarks.set(at);
			});
		this.above = this.named.organisationAbove()
				? HeadingOrganisations.above(this.columns.header(), this.periods.headers(), register) : Map.of();
		context.plan().measures().forEach((measure) -> this.measures.put(measure.id().value(), measure));
		this.named.names()
			.forEach((name, id) -> context.plan().measure(id).ifPresent((it) -> this.measures.put(name, it)));
		this.planned = planned(context.plan());
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
	public RowOutcome take(Row row) {
		if (this.leaveOut.stream().anyMatch((filter) -> filter.matches(row))) {
			return RowOutcome.LEFT_OUT;
		}
		OptionalInt other = IntStream
			.concat(this.unknown.stream().filter((position) -> OtherFigures.inWord(row.text(position))),
					this.remarks.stream().filter((position) -> OtherFigures.inRemark(row.text(position))))
			.findFirst();
		if (other.isPresent()) {
			return RowOutcome.rejected(this.rejects.ofOtherFigures(row, other.getAsInt()));
		}
		Optional<Measure> measure = measureOf(row);
		if (measure.isEmpty() && isNote(row)) {
			return RowOutcome.LEFT_OUT;
		}
		List<Reject> faults = new ArrayList<>();
		if (measure.isEmpty()) {
			faults.add(rejectMeasure(row));
		}
		Optional<OrganisationCode> organisation = organisationOf(row, measure);
		boolean unnamed = organisation.isEmpty() && this.above.isEmpty();
		if (unnamed) {
			rejectOrganisation(row, measure).ifPresent(faults::add);
		}
		if (measure.isEmpty() || unnamed) {
			return RowOutcome.rejected(faults);
		}
		List<Observation> found = new ArrayList<>();
		List<Cell> withdrawn = new ArrayList<>();
		Set<Cell> ofThisRow = new HashSet<>();
		for (int position : this.periods.positions(row)) {
			FieldPeriod period = this.periods.period(position, row, measure.get(),
					this.planned.contains(measure.get().id()));
			if (period.period() == null) {
				Optional.ofNullable(period.reject()).ifPresent(faults::add);
				continue;
			}
			Cell cell = new Cell(measure.get().id(), this.above.isEmpty() ? organisation.orElseThrow()
					: Objects.requireNonNull(this.above.get(position)), period.period());
			if (!ofThisRow.add(cell)) {
				// Which of the two is meant nobody can tell.
				faults.add(this.periods.rejectSecond(position, cell, row));
				found.removeIf((each) -> each.cell().equals(cell));
				withdrawn.remove(cell);
				continue;
			}
			Optional<Reject> taken = rejectCell(cell, row);
			if (taken.isPresent()) {
				faults.add(taken.get());
				continue;
			}
			FieldFigure figure = this.values.read(position, measure.get(), row);
			figure.rejects()
				.stream()
				.map((each) -> this.withheld.contains(cell.measure()) ? withoutNumbers(each) : each)
				.forEach(faults::add);
			if (figure.withdrawn()) {
				withdrawn.add(cell);
			}
			else if (figure.figure() != null) {
				found.add(new Observation(cell, figure.figure(), cell.organisation().value(),
						this.columns.place(row.line(), this.values.column(position)), 1));
			}
		}
		// A field that is no figure takes nothing away from the others of its line.
		RowOutcome kept = keep(found, withdrawn, row);
		return faults.isEmpty() ? kept : RowOutcome.rejected(faults);
	}

	private static Reject withoutNumbers(Reject reject) {
		return new Reject(reject.place(), reject.code(), reject.column(), "",
				"a figure that can be taken; small numbers of the measure are withheld, so try the file to be told more");
	}

	/**
	 * Whether it says something in letters, and in one field alone, as notes below a
	 * table do.
	 */
	private boolean isNote(Row row) {
		List<String> said = IntStream.range(0, this.columns.header().width())
			.mapToObj(row::text)
			.filter((text) -> !text.isBlank())
			.limit(2)
			.toList();
		return said.size() == 1 && said.get(0).chars().anyMatch(Character::isLetter);
	}

	private RowOutcome keep(List<Observation> found, List<Cell> withdrawn, Row row) {
		for (Observation each : found) {
			this.places.put(each.cell(), each.place());
			this.observations.add(each);
			this.coverages.add(each.coverage());
			this.periodLines.add(each.cell().period(), row.line());
		}
		for (Cell cell : withdrawn) {
			this.places.put(cell, this.columns.place(row.line(), this.named.measure()));
			this.coverages.add(new Coverage(cell.measure(), cell.organisation().value(), cell.period()));
			this.periodLines.add(cell.period(), row.line());
		}
		if (this.places.size() > MOST_FIGURES) {
			throw new ExtractRefused(List.of("Expected at most " + MOST_FIGURES
					+ " figures in one file, found more. Split it into several files."));
		}
		boolean any = !found.isEmpty() || !withdrawn.isEmpty();
		return any ? RowOutcome.USED : RowOutcome.LEFT_OUT;
	}

	private Optional<Measure> measureOf(Row row) {
		String name = row.text(this.columns.position(this.named.measure()));
		return Optional.ofNullable(this.measures.get(NormalisedText.value(name)));
	}

	private Reject rejectMeasure(Row row) {
		boolean blank = row.text(this.columns.position(this.named.measure())).isBlank();
		return this.rejects.of(row, blank ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_MEASURE, this.named.measure(),
				"the id of a measure of the plan");
	}

	/** Named by the row, or the one that the plan judges the measure by. */
	private Optional<OrganisationCode> organisationOf(Row row, Optional<Measure> measure) {
		String column = this.named.organisation();
		if (column == null) {
			return measure.map(Measure::organisations).filter((each) -> each.size() == 1).map((each) -> each.get(0));
		}
		return this.register.find(NormalisedText.code(row.text(this.columns.position(column)))).map(Organisation::code);
	}

	private Optional<Reject> rejectOrganisation(Row row, Optional<Measure> measure) {
		String column = this.named.organisation();
		if (column == null) {
			return measure.map((each) -> this.rejects.of(row, RejectCode.UNKNOWN_ORGANISATION, this.named.measure(),
					"a measure that the plan judges by one organisation"));
		}
		boolean blank = row.text(this.columns.position(column)).isBlank();
		return Optional.of(this.rejects.of(row, blank ? RejectCode.MISSING_VALUE : RejectCode.UNKNOWN_ORGANISATION,
				column, "the code of an organisation in organisations.yaml"));
	}

	/** Why the row may say nothing of the cell; empty when it may. */
	private Optional<Reject> rejectCell(Cell cell, Row row) {
		Place earlier = this.places.get(cell);
		if (earlier != null) {
			return Optional.of(this.rejects.of(row, RejectCode.DUPLICATE_KEY, this.named.measure(),
					"one line for each measure, organisation and period; "
							+ (this.columns.layout().isControlled() ? "one of its lines" : earlier.inWords())
							+ " is another one for " + cell.organisation() + " in " + cell.period().inWords()));
		}
		String column = this.named.organisation();
		return ClosedOrganisation.expected(this.register.find(cell.organisation()).orElseThrow(), cell.period())
			.map((expected) -> this.rejects.of(row, RejectCode.CLOSED_ORGANISATION,
					(column != null) ? column : this.named.measure(), expected));
	}

	@Override
	public boolean usesNumber(int position) {
		return this.values.usesNumber(position)
				|| this.leaveOut.stream().anyMatch((filter) -> filter.usesNumber(position));
	}

	@Override
	public List<CountedFigure> counted() {
		return this.observations.stream().map(CountedFigure::of).toList();
	}

	/**
	 * What all rows came to.
	 * @throws ExtractRefused when days are written month first, or points may be
	 * separators of thousands
	 */
	@Override
	public ParseResult finish(Withheld withheld) {
		this.periods.refuseMonthFirst();
		this.periods.refuseOtherDays();
		this.values.refuseSeparators();
		return ParseResult.ofFigures(List.copyOf(this.coverages), this.observations,
				new ParseResult.Dating(this.periodLines.newest().map(Period::lastDay).orElse(null), null,
						this.periodLines.warning(!this.columns.layout().isConfidential()).orElse(null)),
				List.of(), List.of(), this.periods.warnings());
	}

}

package org.jfpmonitor.intake.checks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;

/** The figures that a file gives of one measure, beside those held before it. */
final class MeasureFigures {

	private final Measure measure;

	private final List<Observation> read;

	private final Map<Cell, Observation> readByCell = new HashMap<>();

	private final Map<Cell, Revision> held = new HashMap<>();

	MeasureFigures(Measure measure, List<Observation> read, List<Series> held) {
		this.measure = measure;
		this.read = List.copyOf(read);
		read.forEach((each) -> this.readByCell.put(each.cell(), each));
		held.stream().flatMap((each) -> each.points().stream()).forEach((each) -> this.held.put(each.cell(), each));
	}

	/** The same measure, of which the file gives these figures only. */
	MeasureFigures with(List<Observation> read) {
		return new MeasureFigures(this.measure, read, this.held);
	}

	private MeasureFigures(Measure measure, List<Observation> read, Map<Cell, Revision> held) {
		this(measure, read, List.of());
		this.held.putAll(held);
	}

	Measure measure() {
		return this.measure;
	}

	/** Those of the file, in its order. */
	List<Observation> read() {
		return this.read;
	}

	/** Those of the file's newest period. */
	List<Observation> latest() {
		Optional<Period> latest = this.read.stream().map((each) -> each.cell().period()).max(Period::compareTo);
		return this.read.stream().filter((each) -> latest.equals(Optional.of(each.cell().period()))).toList();
	}

	/** What is held for the cell. */
	Optional<Observation> held(Cell cell) {
		return Optional.ofNullable(this.held.get(cell)).map(Revision::observation);
	}

	/** The figure of the period before, in the file or held already. */
	Optional<Observation> before(Cell cell) {
		Cell earlier = new Cell(cell.measure(), cell.organisation(), before(cell.period()));
		return Optional.ofNullable(this.readByCell.get(earlier)).or(() -> held(earlier));
	}

	/** The period before. */
	Period before(Period period) {
		return this.measure.cadence().previous(period);
	}

	/** Who has figures of the period and level in the file. */
	SortedSet<OrganisationCode> read(String scope, Period period) {
		return organisations(this.read.stream(), scope, period);
	}

	/** Who has figures of the period and level that are held. */
	SortedSet<OrganisationCode> held(String scope, Period period) {
		return organisations(this.held.values().stream().map(Revision::observation), scope, period);
	}

	private static SortedSet<OrganisationCode> organisations(Stream<Observation> figures, String scope, Period period) {
		Predicate<Observation> there = (each) -> each.cell().period().equals(period) && each.scope().equals(scope);
		return figures.filter(there)
			.map((each) -> each.cell().organisation())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}

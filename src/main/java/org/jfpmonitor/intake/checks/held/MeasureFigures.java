package org.jfpmonitor.intake.checks.held;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;

/** The figures that a file gives of one measure, beside those held before it. */
public final class MeasureFigures {

	private final Measure measure;

	private final List<Observation> read;

	private final Map<Cell, Observation> readByCell = new HashMap<>();

	private final Map<Coverage, SortedSet<OrganisationCode>> readBy = new HashMap<>();

	private final Held held;

	public MeasureFigures(Measure measure, List<Observation> read, List<Series> held) {
		this(measure, read, new Held(held));
	}

	private MeasureFigures(Measure measure, List<Observation> read, Held held) {
		this.measure = measure;
		this.read = List.copyOf(read);
		this.held = held;
		for (Observation each : read) {
			this.readByCell.put(each.cell(), each);
			add(this.readBy, each);
		}
	}

	private static void add(Map<Coverage, SortedSet<OrganisationCode>> organisations, Observation observation) {
		Cell cell = observation.cell();
		organisations
			.computeIfAbsent(new Coverage(cell.measure(), observation.scope(), cell.period()).whole(),
					(key) -> new TreeSet<>())
			.add(cell.organisation());
	}

	/** The same measure, of which the file gives these figures only. */
	public MeasureFigures with(List<Observation> read) {
		return new MeasureFigures(this.measure, read, this.held);
	}

	public Measure measure() {
		return this.measure;
	}

	/** Those of the file, in its order. */
	public List<Observation> read() {
		return this.read;
	}

	/** Those of the file's newest period. */
	public List<Observation> latest() {
		Optional<Period> latest = this.read.stream().map((each) -> each.cell().period()).max(Period::compareTo);
		return this.read.stream().filter((each) -> latest.equals(Optional.of(each.cell().period()))).toList();
	}

	/** What is held for the cell. */
	public Optional<Revision> held(Cell cell) {
		return Optional.ofNullable(this.held.series(cell.organisation()).get(cell.period()));
	}

	/** What is held for the cell, or else for the last period before it. */
	public Optional<Revision> lastHeld(Cell cell) {
		return held(cell).or(() -> Optional.ofNullable(heldBefore(cell.organisation(), cell.period()).lastEntry())
			.map(Map.Entry::getValue));
	}

	/** What is held of the organisation for periods before. */
	public NavigableMap<Period, Revision> heldBefore(OrganisationCode organisation, Period period) {
		return this.held.series(organisation).headMap(period, false);
	}

	/** The file's own figure of the period before. */
	public Optional<Observation> readBefore(Cell cell) {
		return Optional.ofNullable(this.readByCell.get(before(cell)));
	}

	/** The figure of the period before, in the file or held already. */
	public Optional<Observation> previous(Cell cell) {
		return readBefore(cell).or(() -> held(before(cell)).map(Revision::observation));
	}

	private Cell before(Cell cell) {
		return new Cell(cell.measure(), cell.organisation(), before(cell.period()));
	}

	/** The period before. */
	public Period before(Period period) {
		return this.measure.cadence().previous(period);
	}

	/** Who has figures of the level and period in the file. */
	public SortedSet<OrganisationCode> read(String scope, Period period) {
		return this.readBy.getOrDefault(new Coverage(this.measure.id(), scope, period), new TreeSet<>());
	}

	/** Who has figures of the level and period that are held. */
	public SortedSet<OrganisationCode> held(String scope, Period period) {
		return this.held.by.getOrDefault(new Coverage(this.measure.id(), scope, period), new TreeSet<>());
	}

	/** Who had figures of the level and period that were withdrawn. */
	public Set<OrganisationCode> withdrawn(String scope, Period period) {
		return this.held.withdrawn.getOrDefault(new Coverage(this.measure.id(), scope, period), new TreeSet<>());
	}

	/** What is held of the measure. */
	private static final class Held {

		private final Map<OrganisationCode, NavigableMap<Period, Revision>> series = new HashMap<>();

		private final Map<Coverage, SortedSet<OrganisationCode>> by = new HashMap<>();

		private final Map<Coverage, SortedSet<OrganisationCode>> withdrawn = new HashMap<>();

		Held(List<Series> all) {
			for (Series each : all) {
				NavigableMap<Period, Revision> points = this.series.computeIfAbsent(each.organisation(),
						(key) -> new TreeMap<>());
				for (Revision revision : each.points()) {
					points.put(revision.cell().period(), revision);
					add(this.by, revision.observation());
				}
				each.withdrawn().values().forEach((last) -> add(this.withdrawn, last.figure().observation()));
			}
		}

		NavigableMap<Period, Revision> series(OrganisationCode organisation) {
			return this.series.getOrDefault(organisation, new TreeMap<>());
		}

	}

}

package org.jfpmonitor.observation.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.ObservationsRecorded;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds figures to PostgreSQL; no figure is ever updated or deleted. */
@Repository
class JdbcObservations implements Observations {

	private static final int ROWS_AT_ONCE = 10_000;

	private final JdbcClient jdbc;

	private final RevisionReader reader;

	private final CoverageWriter coverages;

	private final ApplicationEventPublisher events;

	JdbcObservations(JdbcClient jdbc, ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.reader = new RevisionReader(jdbc);
		this.coverages = new CoverageWriter(jdbc, this.reader);
		this.events = events;
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Provenance provenance, Map<Coverage, Vintage> coverages, Collection<Observation> observations,
			Collection<EstimateList> estimates) {
		addDelivery(provenance);
		addObservations(this.coverages.add(provenance, coverages, observations), List.copyOf(observations));
		estimates.forEach((each) -> add(provenance, each));
		this.events.publishEvent(new ObservationsRecorded(provenance.delivery(),
				Stream.concat(coverages.keySet().stream(), estimates.stream().map(EstimateList::coverage))
					.map(Coverage::measure)
					.collect(Collectors.toUnmodifiableSet())));
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void record(Provenance provenance, Collection<Coverage> coverages, Collection<Observation> observations) {
		record(provenance,
				coverages.stream()
					.distinct()
					.collect(Collectors.toMap(Function.identity(), (each) -> provenance.vintage())),
				observations, List.of());
	}

	@Override
	@Transactional(readOnly = true)
	public Ledger ledgerWith(Provenance provenance, Map<Coverage, Vintage> coverages,
			Collection<Observation> observations) {
		return this.coverages.settled(provenance, coverages, observations).ledger();
	}

	private void add(Provenance provenance, EstimateList list) {
		Coverage of = list.coverage();
		this.jdbc.sql("""
				insert into estimate_list
				       (delivery, measure, scope, period_start, period_end, precedence, organisations)
				values (:delivery, :measure, :scope, :start, :end, :precedence, :organisations)
				""")
			.param("delivery", provenance.delivery().value())
			.param("measure", of.measure().value())
			.param("scope", of.scope())
			.param("start", of.period().start())
			.param("end", of.period().lastDay())
			.param("precedence", Precedence.of(of, provenance))
			.param("organisations",
					CoverageWriter.array("text", list.organisations().stream().sorted().toList(),
							OrganisationCode::value))
			.update();
	}

	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public void withdraw(DeliveryId delivery, Instant knownAt) {
		this.jdbc.sql("""
				insert into withdrawn_reading (delivery, known_at)
				select delivery, :knownAt from figure_set where delivery = :delivery
				on conflict do nothing
				""")
			.param("delivery", delivery.value())
			.param("knownAt", knownAt.atZone(Today.LONDON).toOffsetDateTime())
			.update();
	}

	@Override
	@Transactional(readOnly = true)
	public Ledger ledger(Collection<MeasureId> measures, Collection<OrganisationCode> organisations) {
		return this.reader.read(measures, organisations);
	}

	@Override
	@Transactional(readOnly = true)
	public Series series(MeasureId measure, OrganisationCode organisation, LocalDate knownOn) {
		return ledger(List.of(measure), List.of(organisation)).series(measure, organisation, knownOn);
	}

	@Override
	@Transactional(readOnly = true)
	public List<Series> series(MeasureId measure, Period within, LocalDate knownOn) {
		return this.reader.read(measure, within).series(measure, knownOn);
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<EstimateList> estimates(Coverage coverage, LocalDate knownOn) {
		return this.reader.read(coverage.measure(), coverage.period()).estimates(coverage, knownOn);
	}

	@Override
	public Optional<Period> latestPeriod(Collection<MeasureId> measures, LocalDate overOn) {
		if (measures.isEmpty()) {
			return Optional.empty();
		}
		return this.jdbc.sql("""
				select period_start, period_end from coverage
				 where measure in (:measures) and period_end <= :overOn
				   and exists (select from observation where observation.coverage = coverage.id)
				   and not exists (select from withdrawn_reading where withdrawn_reading.delivery = coverage.delivery)
				 order by period_end desc, period_start limit 1
				""")
			.param("measures", measures.stream().map(MeasureId::value).toList())
			.param("overOn", overOn)
			.query((row, number) -> Period.ofClosed(row.getObject("period_start", LocalDate.class),
					row.getObject("period_end", LocalDate.class)))
			.optional();
	}

	/** Another one is soon found, where a count would look at every figure. */
	@Override
	public Set<MeasureId> ofSeveral(Collection<MeasureId> measures) {
		return Set.copyOf(this.jdbc
			.sql("""
					select measure
					  from unnest(:measures::text[]) as measure
					 where exists (select from coverage join observation on observation.coverage = coverage.id
					                where coverage.measure = measure.measure
					                  and organisation <> (select organisation
					                                         from coverage join observation on observation.coverage = coverage.id
					                                        where coverage.measure = measure.measure
					                                        limit 1))
					""")
			.param("measures", measures.stream().map(MeasureId::value).toArray(String[]::new))
			.query((row, number) -> MeasureId.of(row.getString("measure")))
			.list());
	}

	@Override
	@Transactional(readOnly = true)
	public List<Revision> everRecorded(MeasureId measure, LocalDate since) {
		return this.reader.read(measure, Period.of(since, Period.always().endExclusive())).revisions(measure);
	}

	@Override
	public List<OrganisationCode> organisationsOf(MeasureId measure) {
		return this.jdbc.sql("""
				select distinct observation.organisation
				  from coverage join observation on observation.coverage = coverage.id
				 where coverage.measure = :measure
				 order by observation.organisation
				""")
			.param("measure", measure.value())
			.query((row, number) -> OrganisationCode.of(row.getString("organisation")))
			.list();
	}

	/**
	 * Rows of these are added with whatever is added, and none is ever removed; emptied
	 * as a whole, a table is another file.
	 */
	@Override
	public String fingerprint() {
		return this.jdbc.sql("""
				select concat_ws(' ', current_database(), pg_relation_filenode('figure_set'),
				                 (select count(*) from figure_set), (select count(*) from withdrawn_reading))
				""").query(String.class).single();
	}

	private void addDelivery(Provenance provenance) {
		this.jdbc.sql("""
				insert into figure_set (delivery, file_name, layout, vintage_day, vintage_version, dated_by, known_at)
				values (:delivery, :fileName, :layout, :day, :version, :datedBy, :knownAt)
				""")
			.param("delivery", provenance.delivery().value())
			.param("fileName", provenance.fileName())
			.param("layout", provenance.layout())
			.param("day", provenance.vintage().day())
			.param("version", provenance.vintage().version())
			.param("datedBy", provenance.vintage().datedBy().code())
			.param("knownAt", provenance.knownAt().atZone(Today.LONDON).toOffsetDateTime())
			.update();
	}

	private void addObservations(Map<Coverage, Long> coverages, List<Observation> observations) {
		for (int from = 0; from < observations.size(); from += ROWS_AT_ONCE) {
			int to = Math.min(from + ROWS_AT_ONCE, observations.size());
			add(coverages, observations.subList(from, to));
		}
	}

	/** One array a column: several times as fast as a parameter for each value. */
	private void add(Map<Coverage, Long> coverages, List<Observation> observations) {
		this.jdbc.sql("""
				insert into observation
				       (coverage, organisation, value, numerator, denominator, mark, line, cell, lines)
				select * from unnest(:coverages, :organisations, :values, :numerators, :denominators,
				                     :marks, :line, :places, :lines)
				""")
			.param("coverages", CoverageWriter.array("bigint", observations, (each) -> numberOf(each, coverages)))
			.param("organisations",
					CoverageWriter.array("text", observations, (each) -> each.cell().organisation().value()))
			.param("values", CoverageWriter.array("numeric", observations, (each) -> each.figure().value()))
			.param("numerators", CoverageWriter.array("numeric", observations, (each) -> each.figure().numerator()))
			.param("denominators", CoverageWriter.array("numeric", observations, (each) -> each.figure().denominator()))
			.param("marks", CoverageWriter.array("text", observations, (each) -> each.figure().mark().code()))
			.param("line", CoverageWriter.array("bigint", observations, (each) -> each.place().line()))
			.param("places", CoverageWriter.array("text", observations, (each) -> each.place().cell()))
			.param("lines", CoverageWriter.array("bigint", observations, Observation::lines))
			.update();
	}

	private static long numberOf(Observation observation, Map<Coverage, Long> coverages) {
		Cell cell = observation.cell();
		Long number = coverages.get(new Coverage(cell.measure(), observation.scope(), cell.period()));
		if (number == null) {
			throw new IllegalArgumentException(observation.place().asBeginning() + ": " + cell.measure() + " of "
					+ cell.organisation() + " for " + cell.period().inWords() + " in scope \"" + observation.scope()
					+ "\" lies outside what the delivery says it covers. Name that coverage too.");
		}
		return number;
	}

}

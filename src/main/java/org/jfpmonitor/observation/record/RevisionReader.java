package org.jfpmonitor.observation.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.EstimateList;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads all revisions of some measures and organisations into a ledger. */
class RevisionReader {

	private final JdbcClient jdbc;

	RevisionReader(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What covers the measures, each in the periods that end on a day of the other; by
	 * number.
	 */
	Map<Long, RevisionLedger.Covering> coverings(Map<MeasureId, Period> times) {
		Map<Long, RevisionLedger.Covering> all = new LinkedHashMap<>();
		times.forEach((measure, within) -> all.putAll(coverings(measure, within)));
		return all;
	}

	RevisionLedger read(Collection<MeasureId> measures, Collection<OrganisationCode> organisations) {
		if (measures.isEmpty() || organisations.isEmpty()) {
			return new RevisionLedger(List.of(), List.of());
		}
		List<String> codes = organisations.stream().map(OrganisationCode::value).toList();
		// What is said of one of the others alone takes nothing from these.
		Map<Long, RevisionLedger.Covering> coverings = coverings(measures, Period.always(),
				"and (not of_one_organisation or scope = any (:organisations))", codes);
		addRevisions(coverings, this.jdbc.sql("""
				select observation.*
				  from coverage join observation on observation.coverage = coverage.id
				 where coverage.measure in (:measures) and observation.organisation in (:organisations)
				""").param("measures", measures.stream().map(MeasureId::value).toList()).param("organisations", codes));
		return new RevisionLedger(coverings.values(), listings(measures, Period.always()));
	}

	/** Of all organisations, in the periods that end on a day of {@code within}. */
	RevisionLedger read(MeasureId measure, Period within) {
		return new RevisionLedger(coverings(measure, within).values(), listings(List.of(measure), within));
	}

	/**
	 * Whose figures are estimates, of the measures, in the periods that end on a day of
	 * the other.
	 */
	List<RevisionLedger.Listing> listings(Map<MeasureId, Period> times) {
		return times.entrySet()
			.stream()
			.flatMap((each) -> listings(List.of(each.getKey()), each.getValue()).stream())
			.toList();
	}

	private Map<Long, RevisionLedger.Covering> coverings(MeasureId measure, Period within) {
		Map<Long, RevisionLedger.Covering> coverings = coverings(List.of(measure), within, "", List.of());
		addRevisions(coverings, this.jdbc.sql("""
				select observation.*
				  from coverage join observation on observation.coverage = coverage.id
				 where coverage.measure = :measure and coverage.period_end between :first and :last
				""").param("measure", measure.value()).param("first", within.start()).param("last", within.lastDay()));
		return coverings;
	}

	private Map<Long, RevisionLedger.Covering> coverings(Collection<MeasureId> measures, Period within, String further,
			List<String> organisations) {
		Map<Long, Provenance> deliveries = new HashMap<>();
		Map<Long, RevisionLedger.Covering> coverings = new HashMap<>();
		this.jdbc.sql("""
				select coverage.id, coverage.measure, coverage.scope, coverage.period_start, coverage.period_end,
				       coverage.rank, coverage.precedence, figure_set.*,
				       withdrawn_reading.known_at as withdrawn_at
				  from coverage join figure_set using (delivery) left join withdrawn_reading using (delivery)
				 where coverage.measure in (:measures) and coverage.period_end between :first and :last
				""" + further)
			.param("measures", measures.stream().map(MeasureId::value).toList())
			.param("first", within.start())
			.param("last", within.lastDay())
			.param("organisations", organisations.toArray(String[]::new))
			.query((row) -> {
				long delivery = row.getLong("delivery");
				Provenance provenance = deliveries.get(delivery);
				if (provenance == null) {
					provenance = provenance(row);
					deliveries.put(delivery, provenance);
				}
				Coverage coverage = CoverageWriter.coverage(row);
				coverings.put(row.getLong("id"), new RevisionLedger.Covering(coverage,
						ofPart(provenance, row.getString("rank")), withdrawnAt(row), row.getString("precedence")));
			});
		return coverings;
	}

	private List<RevisionLedger.Listing> listings(Collection<MeasureId> measures, Period within) {
		return this.jdbc.sql("""
				select estimate_list.*, figure_set.file_name, figure_set.layout, figure_set.vintage_day,
				       figure_set.vintage_version, figure_set.dated_by, figure_set.known_at,
				       withdrawn_reading.known_at as withdrawn_at
				  from estimate_list join figure_set using (delivery) left join withdrawn_reading using (delivery)
				 where estimate_list.measure in (:measures) and estimate_list.period_end between :first and :last
				""")
			.param("measures", measures.stream().map(MeasureId::value).toList())
			.param("first", within.start())
			.param("last", within.lastDay())
			.query((row, number) -> new RevisionLedger.Listing(
					new EstimateList(CoverageWriter.coverage(row),
							Stream.of((String[]) row.getArray("organisations").getArray())
								.map(OrganisationCode::of)
								.collect(Collectors.toSet())),
					provenance(row), withdrawnAt(row), row.getString("precedence")))
			.list();
	}

	private static void addRevisions(Map<Long, RevisionLedger.Covering> coverings, JdbcClient.StatementSpec query) {
		query.query((row) -> {
			RevisionLedger.Covering covering = coverings.get(row.getLong("coverage"));
			// A coverage published between the two reads is left for the next reading.
			if (covering != null) {
				covering.add(observation(row, covering.coverage()));
			}
		});
	}

	/** A sheet may state a day of its own. */
	private static Provenance ofPart(Provenance provenance, String rank) {
		return Vintage.ofStated(rank).map(provenance::dated).orElse(provenance);
	}

	private static Provenance provenance(ResultSet row) throws SQLException {
		return new Provenance(DeliveryId.of(row.getLong("delivery")), row.getString("file_name"),
				row.getString("layout"),
				new Vintage(Vintage.DatedBy.coded(row.getString("dated_by")),
						row.getObject("vintage_day", LocalDate.class), row.getInt("vintage_version")),
				row.getObject("known_at", OffsetDateTime.class).toInstant());
	}

	private static @Nullable Instant withdrawnAt(ResultSet row) throws SQLException {
		OffsetDateTime withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
		return (withdrawn != null) ? withdrawn.toInstant() : null;
	}

	private static Observation observation(ResultSet row, Coverage coverage) throws SQLException {
		Cell cell = new Cell(coverage.measure(), OrganisationCode.of(row.getString("organisation")), coverage.period());
		Figure.Mark mark = Figure.Mark.coded(row.getString("mark"));
		Figure figure = new Figure(row.getBigDecimal("value"), row.getBigDecimal("numerator"),
				row.getBigDecimal("denominator"), mark);
		return new Observation(cell, figure, coverage.scope(), new Place(row.getLong("line"), row.getString("cell")),
				row.getLong("lines"));
	}

}

package org.jfpmonitor.observation.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.observation.record.RevisionLedger.Covering;
import org.jfpmonitor.observation.record.RevisionLedger.Listing;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Adds what a delivery covers, each with its {@link Precedence} among what is held. */
class CoverageWriter {

	private final JdbcClient jdbc;

	private final RevisionReader reader;

	CoverageWriter(JdbcClient jdbc, RevisionReader reader) {
		this.jdbc = jdbc;
		this.reader = reader;
	}

	/** Adds them and answers the number of each. */
	Map<Coverage, Long> add(Provenance provenance, Map<Coverage, Vintage> coverages,
			Collection<Observation> observations) {
		Settled settled = settled(provenance, coverages, observations);
		List<Covering> arrived = settled.arrived();
		Map<Coverage, Long> numbers = new HashMap<>();
		this.jdbc.sql("""
				insert into coverage
				       (delivery, measure, scope, period_start, period_end, of_one_organisation, rank, precedence)
				select :delivery, added.*
				  from unnest(:measures, :scopes, :starts, :ends, :ofOne, :ranks, :precedences) as added
				returning id, measure, scope, period_start, period_end
				""")
			.param("delivery", provenance.delivery().value())
			.param("measures", array("text", arrived, (each) -> each.coverage().measure().value()))
			.param("scopes", array("text", arrived, (each) -> each.coverage().scope()))
			.param("starts", array("date", arrived, (each) -> each.coverage().period().start()))
			.param("ends", array("date", arrived, (each) -> each.coverage().period().lastDay()))
			.param("ofOne", array("boolean", arrived, (each) -> each.coverage().isOfOneOrganisation()))
			.param("ranks", array("text", arrived, (each) -> each.provenance().vintage().rank()))
			.param("precedences", array("text", arrived, Covering::precedence))
			.query((row) -> {
				numbers.put(coverage(row), row.getLong("id"));
			});
		move(settled.moved());
		return numbers;
	}

	/** What the delivery covers among what is held of the same measures and periods. */
	Settled settled(Provenance provenance, Map<Coverage, Vintage> coverages, Collection<Observation> observations) {
		Map<Coverage, Covering> arrived = new LinkedHashMap<>();
		Map<MeasureId, Period> times = new LinkedHashMap<>();
		coverages.forEach((coverage, vintage) -> {
			arrived.put(coverage, Covering.arrived(coverage, provenance.dated(vintage)));
			times.merge(coverage.measure(), coverage.period(), Period::enclosing);
		});
		for (Observation each : observations) {
			Covering covering = arrived.get(each.coverage());
			if (covering != null) {
				covering.add(each);
			}
		}
		Map<Long, Covering> held = this.reader.coverings(times);
		List<Long> numbers = List.copyOf(held.keySet());
		List<Covering> before = List.copyOf(held.values());
		List<Covering> all = Precedence.settled(before, List.copyOf(arrived.values()));
		Map<Long, String> moved = new HashMap<>();
		for (int i = 0; i < before.size(); i++) {
			if (!all.get(i).precedence().equals(before.get(i).precedence())) {
				moved.put(numbers.get(i), all.get(i).precedence());
			}
		}
		return new Settled(all.subList(before.size(), all.size()), moved, all, this.reader.listings(times));
	}

	/** What came after the delivery although that is brought in after it. */
	private void move(Map<Long, String> precedences) {
		if (!precedences.isEmpty()) {
			List<Map.Entry<Long, String>> moved = List.copyOf(precedences.entrySet());
			this.jdbc.sql("""
					update coverage set precedence = moved.precedence
					  from unnest(:ids, :precedences) as moved (id, precedence)
					 where coverage.id = moved.id
					""")
				.param("ids", array("bigint", moved, Map.Entry::getKey))
				.param("precedences", array("text", moved, Map.Entry::getValue))
				.update();
		}
	}

	static Coverage coverage(ResultSet row) throws SQLException {
		return new Coverage(MeasureId.of(row.getString("measure")), row.getString("scope"), period(row));
	}

	static <T> SqlArrayValue array(String type, List<T> rows, Function<T, @Nullable Object> column) {
		return new SqlArrayValue(type, rows.stream().map(column).toArray());
	}

	private static Period period(ResultSet row) throws SQLException {
		return Period.ofClosed(row.getObject("period_start", LocalDate.class),
				row.getObject("period_end", LocalDate.class));
	}

	/**
	 * A delivery in its place.
	 *
	 * @param arrived what it covers
	 * @param moved the precedence of what is held and has another one now, by number
	 * @param all that, and what it covers
	 * @param listings what is held of estimates
	 */
	record Settled(List<Covering> arrived, Map<Long, String> moved, List<Covering> all, List<Listing> listings) {

		RevisionLedger ledger() {
			return new RevisionLedger(this.all, this.listings);
		}

	}

}

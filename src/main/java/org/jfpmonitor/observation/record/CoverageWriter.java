package org.jfpmonitor.observation.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Coverage;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Adds what a delivery covers, each with its {@link Precedence}. */
class CoverageWriter {

	private final JdbcClient jdbc;

	CoverageWriter(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Adds them and answers the number of each. */
	Map<Coverage, Long> add(Provenance provenance, List<Coverage> coverages) {
		Map<Coverage, String> precedences = precedences(provenance, coverages);
		Map<Coverage, Long> numbers = new HashMap<>();
		this.jdbc.sql("""
				insert into coverage
				       (delivery, measure, scope, period_start, period_end, of_one_organisation, precedence)
				select :delivery, added.* from unnest(:measures, :scopes, :starts, :ends, :ofOne, :precedences) as added
				returning id, measure, scope, period_start, period_end
				""")
			.param("delivery", provenance.delivery().value())
			.param("measures", array("text", coverages, (each) -> each.measure().value()))
			.param("scopes", array("text", coverages, Coverage::scope))
			.param("starts", array("date", coverages, (each) -> each.period().start()))
			.param("ends", array("date", coverages, (each) -> each.period().lastDay()))
			.param("ofOne", array("boolean", coverages, Coverage::isOfOneOrganisation))
			.param("precedences", array("text", coverages, precedences::get))
			.query((row) -> {
				numbers.put(coverage(row), row.getLong("id"));
			});
		raiseLines(provenance,
				coverages.stream().filter((each) -> !each.isRankedByArrival(provenance.vintage())).toList());
		return numbers;
	}

	static Coverage coverage(ResultSet row) throws SQLException {
		return new Coverage(MeasureId.of(row.getString("measure")), row.getString("scope"), period(row));
	}

	static <T> SqlArrayValue array(String type, List<T> rows, Function<T, @Nullable Object> column) {
		return new SqlArrayValue(type, rows.stream().map(column).toArray());
	}

	private Map<Coverage, String> precedences(Provenance provenance, List<Coverage> coverages) {
		Map<Subject, String> ranks = ranksBefore(provenance,
				coverages.stream().filter((each) -> each.isRankedByArrival(provenance.vintage())).toList());
		String own = provenance.vintage().rank();
		Map<Coverage, String> precedences = new HashMap<>();
		for (Coverage each : coverages) {
			String rank = each.isRankedByArrival(provenance.vintage())
					? ranks.getOrDefault(Subject.of(each), Precedence.LOWEST_RANK) : own;
			precedences.put(each, Precedence.of(rank, each, provenance));
		}
		return precedences;
	}

	/**
	 * The highest rank of what the lines stand above: the extracts, and lines about the
	 * same organisation that state a day.
	 */
	private Map<Subject, String> ranksBefore(Provenance provenance, List<Coverage> lines) {
		Map<Subject, String> ranks = new HashMap<>();
		if (!lines.isEmpty()) {
			about(lines, this.jdbc.sql("""
					select line.measure, line.scope, line.period_start, line.period_end, max(precedence) as highest
					  from unnest(:measures, :scopes, :starts, :ends) as line (measure, scope, period_start, period_end)
					  join coverage using (measure, period_start, period_end)
					  join figure_set using (delivery)
					 where known_at <= :knownAt
					   and (not of_one_organisation or (dated_by <> 'arrival' and coverage.scope = line.scope))
					 group by line.measure, line.scope, line.period_start, line.period_end
					""")).param("knownAt", provenance.knownAt().atZone(Today.LONDON).toOffsetDateTime())
				.query((row) -> {
					ranks.put(new Subject(MeasureId.of(row.getString("measure")), row.getString("scope"), period(row)),
							Precedence.rank(row.getString("highest")));
				});
		}
		return ranks;
	}

	/**
	 * Lines of the same measures and periods that came with these, or after them although
	 * they were published before, stand above them. A line about one organisation raises
	 * lines about that one alone.
	 */
	private void raiseLines(Provenance provenance, List<Coverage> stated) {
		if (!stated.isEmpty()) {
			about(stated, this.jdbc.sql("""
					update coverage
					   set precedence = :rank || substr(precedence, length(:rank) + 1)
					  from figure_set
					 where figure_set.delivery = coverage.delivery and figure_set.dated_by = 'arrival'
					   and figure_set.known_at >= :knownAt and coverage.of_one_organisation
					   and coverage.precedence < :rank
					   and exists (select from unnest(:measures, :scopes, :starts, :ends)
					                 as line (measure, scope, period_start, period_end)
					                where line.measure = coverage.measure
					                  and line.period_start = coverage.period_start
					                  and line.period_end = coverage.period_end
					                  and (line.scope is null or line.scope = coverage.scope))
					""")).param("knownAt", provenance.knownAt().atZone(Today.LONDON).toOffsetDateTime())
				.param("rank", provenance.vintage().rank())
				.update();
		}
	}

	private static JdbcClient.StatementSpec about(List<Coverage> coverages, JdbcClient.StatementSpec statement) {
		List<Subject> subjects = coverages.stream().map(Subject::of).distinct().toList();
		return statement.param("measures", array("text", subjects, (each) -> each.measure().value()))
			.param("scopes", array("text", subjects, Subject::organisation))
			.param("starts", array("date", subjects, (each) -> each.period().start()))
			.param("ends", array("date", subjects, (each) -> each.period().lastDay()));
	}

	private static Period period(ResultSet row) throws SQLException {
		return Period.ofClosed(row.getObject("period_start", LocalDate.class),
				row.getObject("period_end", LocalDate.class));
	}

	/**
	 * What deliveries compete for.
	 *
	 * @param organisation the one organisation that a line is about; null for what speaks
	 * for several
	 */
	private record Subject(MeasureId measure, @Nullable String organisation, Period period) {

		static Subject of(Coverage coverage) {
			return new Subject(coverage.measure(), coverage.isOfOneOrganisation() ? coverage.scope() : null,
					coverage.period());
		}

	}

}

package org.jfpmonitor.commentary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.id.PlanId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds versions to PostgreSQL. */
@Repository
class JdbcOpenings implements Openings {

	private static final LocalDate FOREVER = LocalDate.of(9999, 1, 1);

	private static final String NEWEST = """
			select as_of, version, points, approved, author, known_at from report_opening
			where plan = :plan and as_of = :asOf and known_at < :end and (approved or :drafts) order by version desc limit 1
			""";

	private final JdbcClient jdbc;

	JdbcOpenings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Opening> shown(PlanId plan, LocalDate asOf, LocalDate knownOn, boolean drafts) {
		return this.jdbc.sql(NEWEST)
			.param("plan", plan.value())
			.param("asOf", asOf)
			.param("end", Today.endOf(knownOn).atOffset(ZoneOffset.UTC))
			.param("drafts", drafts)
			.query(JdbcOpenings::opening)
			.optional();
	}

	@Override
	public Optional<Opening> newest(PlanId plan, LocalDate asOf) {
		return this.jdbc.sql(NEWEST)
			.param("plan", plan.value())
			.param("asOf", asOf)
			.param("end", Today.endOf(FOREVER).atOffset(ZoneOffset.UTC))
			.param("drafts", true)
			.query(JdbcOpenings::opening)
			.optional();
	}

	/** Of two people at once the later waits here, and is then refused. */
	@Override
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean add(PlanId plan, Opening opening) {
		this.jdbc.sql("lock table report_opening in share row exclusive mode").update();
		if (newest(plan, opening.asOf()).map(Opening::version).orElse(0) != opening.version() - 1) {
			return false;
		}
		this.jdbc.sql("""
				insert into report_opening (plan, as_of, version, points, approved, author, known_at)
				values (:plan, :asOf, :version, :points, :approved, :author, :knownAt)
				""")
			.param("plan", plan.value())
			.param("asOf", opening.asOf())
			.param("version", opening.version())
			.param("points", String.join("\n", opening.points()))
			.param("approved", opening.approved())
			.param("author", opening.author())
			.param("knownAt", opening.knownAt().atOffset(ZoneOffset.UTC))
			.update();
		return true;
	}

	private static Opening opening(ResultSet row, int number) throws SQLException {
		return new Opening(row.getObject("as_of", LocalDate.class), row.getInt("version"),
				Opening.points(row.getString("points")), row.getBoolean("approved"), row.getString("author"),
				row.getObject("known_at", OffsetDateTime.class).toInstant());
	}

}

package org.jfpmonitor.plan.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.yaml.YamlFile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps every version of the plan: as a document that every later release can read, and
 * beside it the files as people wrote them. The newest version recorded is in force, for
 * all instances of the service that share the database.
 */
class JdbcPlanVersions implements PlanVersions {

	private static final String COLUMNS = "id, plan, number, fingerprint, known_from, format, document";

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	/** A version never changes, so one that was read once need not be read again. */
	private final Map<Long, PlanVersion> read = new ConcurrentHashMap<>();

	JdbcPlanVersions(JdbcClient jdbc, TransactionTemplate transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	@Override
	public PlanVersion current() {
		return newest().map(this::version).orElseThrow(() -> new IllegalStateException("No plan is recorded"));
	}

	@Override
	public PlanVersion knownOn(LocalDate day) {
		String sql = """
				select %s from plan_version
				order by known_from < :end desc, case when known_from < :end then -id else id end
				limit 1
				""".formatted(COLUMNS);
		return this.jdbc.sql(sql)
			.param("end", Today.endOf(day).atOffset(ZoneOffset.UTC))
			.query(StoredVersion::of)
			.optional()
			.map(this::version)
			.orElseThrow(() -> new IllegalStateException("No plan is recorded"));
	}

	/**
	 * Makes a new version unless the newest one says the same. Of several instances that
	 * start at once with the same files, one makes it and the others find it.
	 * @param files the plan files
	 * @param plan what they say
	 * @param now from when the version is known
	 */
	void record(PlanFiles files, Plan plan, Instant now) {
		this.transactions.executeWithoutResult((transaction) -> {
			this.jdbc.sql("lock table plan_version in share row exclusive mode").update();
			StoredVersion newest = newest().filter((row) -> row.fingerprint().equals(files.fingerprint()))
				.orElseGet(() -> insert(files, plan, now));
			this.read.put(newest.id(), newest.with(plan));
		});
	}

	private StoredVersion insert(PlanFiles files, Plan plan, Instant now) {
		StoredVersion row = this.jdbc.sql("""
				insert into plan_version (plan, number, fingerprint, known_from, format, document)
				select :plan, coalesce(max(number), 0) + 1, :fingerprint, :knownFrom, :format, :document::jsonb
				from plan_version where plan = :plan
				returning %s
				""".formatted(COLUMNS))
			.param("plan", plan.id().value())
			.param("fingerprint", files.fingerprint())
			.param("knownFrom", now.atOffset(ZoneOffset.UTC))
			.param("format", StoredPlan.FORMAT)
			.param("document", StoredPlan.write(plan))
			.query(StoredVersion::of)
			.single();
		for (YamlFile file : files.files()) {
			this.jdbc.sql("insert into plan_file (version, name, content) values (:version, :name, :content)")
				.param("version", row.id())
				.param("name", file.name())
				.param("content", file.content())
				.update();
		}
		return row;
	}

	private Optional<StoredVersion> newest() {
		return this.jdbc.sql("select %s from plan_version order by id desc limit 1".formatted(COLUMNS))
			.query(StoredVersion::of)
			.optional();
	}

	private PlanVersion version(StoredVersion row) {
		return this.read.computeIfAbsent(row.id(), (id) -> row.with(StoredPlan.read(row.format(), row.document())));
	}

	private record StoredVersion(long id, int number, String fingerprint, Instant knownFrom, int format,
			String document) {

		static StoredVersion of(ResultSet result, int index) throws SQLException {
			return new StoredVersion(result.getLong("id"), result.getInt("number"), result.getString("fingerprint"),
					result.getTimestamp("known_from").toInstant(), result.getInt("format"),
					result.getString("document"));
		}

		PlanVersion with(Plan written) {
			return new PlanVersion(this.number, this.fingerprint, this.knownFrom, written);
		}

	}

}

package org.jfpmonitor.plan.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.reading.EditionsReading.Edition;
import org.jfpmonitor.plan.yaml.YamlFile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps every version of every edition: as a document that every later release can read,
 * and beside it the files as people wrote them. The editions recorded last are configured
 * now, for all instances of the service that share the database.
 */
class JdbcPlanVersions implements PlanVersions {

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	/** A version never changes, so one that was read once need not be read again. */
	private final Map<Long, PlanVersion> read = new ConcurrentHashMap<>();

	private final Map<Long, Plans> beside = new ConcurrentHashMap<>();

	JdbcPlanVersions(JdbcClient jdbc, TransactionTemplate transactions) {
		this.jdbc = jdbc;
		this.transactions = transactions;
	}

	@Override
	public Plans current() {
		return newest().map(this::plans).orElseThrow(() -> new IllegalStateException("No plan is recorded"));
	}

	@Override
	public Plans knownOn(LocalDate day) {
		return this.jdbc.sql("""
				select id, versions from plan_editions
				order by known_from < :end desc, case when known_from < :end then -id else id end
				limit 1
				""")
			.param("end", Today.endOf(day).atOffset(ZoneOffset.UTC))
			.query(StoredEditions::of)
			.optional()
			.map(this::plans)
			.orElseThrow(() -> new IllegalStateException("No plan is recorded"));
	}

	@Override
	public Optional<PlanEditions> knownOn(PlanId edition, LocalDate day) {
		return knownOn(day).find(edition).or(() -> first(edition, day));
	}

	@Override
	public Optional<PlanVersion> ofFingerprint(PlanId edition, String fingerprint) {
		return this.jdbc.sql("""
				select id from plan_version where plan = :plan and fingerprint = :fingerprint
				order by number desc limit 1
				""")
			.param("plan", edition.value())
			.param("fingerprint", fingerprint)
			.query(Long.class)
			.optional()
			.map((id) -> versions(List.of(id)).get(0));
	}

	/** The plan as it was first recorded with the edition, if that was after the day. */
	private Optional<PlanEditions> first(PlanId edition, LocalDate day) {
		return this.jdbc.sql("""
				select id, versions from plan_editions
				where id = (select min(id) from plan_editions
				            where versions && array(select id from plan_version where plan = :plan))
				      and known_from >= :end
				""")
			.param("plan", edition.value())
			.param("end", Today.endOf(day).atOffset(ZoneOffset.UTC))
			.query(StoredEditions::of)
			.optional()
			.flatMap((row) -> plans(row).find(edition));
	}

	/**
	 * Makes a new version of each edition that says something else than its version among
	 * the newest, and keeps which versions stand beside each other unless the newest are
	 * the same. Of several instances that start at once with the same files, one makes
	 * them and the others find them.
	 * @param editions what the files say
	 * @param now from when that is known
	 */
	void record(List<Edition> editions, Instant now) {
		this.transactions.executeWithoutResult((transaction) -> {
			this.jdbc.sql("lock table plan_version, plan_editions in share row exclusive mode").update();
			List<Long> before = newest().map(StoredEditions::versions).orElse(List.of());
			List<Long> versions = editions.stream().map((each) -> version(each, before, now)).sorted().toList();
			if (!versions.equals(before)) {
				this.jdbc.sql("insert into plan_editions (known_from, versions) values (:knownFrom, :versions)")
					.param("knownFrom", now.atOffset(ZoneOffset.UTC))
					.param("versions", versions.toArray(Long[]::new))
					.update();
			}
		});
	}

	/** The number of its version: the one of these that says the same, or a new one. */
	private long version(Edition edition, List<Long> before, Instant now) {
		StoredVersion version = stored(before).stream()
			.filter((row) -> row.plan().equals(edition.plan().id().value())
					&& row.fingerprint().equals(edition.fingerprint()))
			.findFirst()
			.orElseGet(() -> insert(edition, now));
		this.read.put(version.id(),
				new PlanVersion(version.number(), version.fingerprint(), version.knownFrom(), edition.plan()));
		return version.id();
	}

	private StoredVersion insert(Edition edition, Instant now) {
		StoredVersion row = this.jdbc.sql("""
				insert into plan_version (plan, number, fingerprint, known_from, format, document)
				select :plan, coalesce(max(number), 0) + 1, :fingerprint, :knownFrom, :format, :document::jsonb
				from plan_version where plan = :plan
				returning *
				""")
			.param("plan", edition.plan().id().value())
			.param("fingerprint", edition.fingerprint())
			.param("knownFrom", now.atOffset(ZoneOffset.UTC))
			.param("format", StoredPlan.FORMAT)
			.param("document", StoredPlan.write(edition.plan()))
			.query(StoredVersion::of)
			.single();
		for (YamlFile file : edition.files()) {
			this.jdbc.sql("insert into plan_file (version, name, content) values (:version, :name, :content)")
				.param("version", row.id())
				.param("name", file.name())
				.param("content", file.content())
				.update();
		}
		return row;
	}

	private Optional<StoredEditions> newest() {
		return this.jdbc.sql("select id, versions from plan_editions order by id desc limit 1")
			.query(StoredEditions::of)
			.optional();
	}

	private Plans plans(StoredEditions row) {
		return this.beside.computeIfAbsent(row.id(), (id) -> Plans.of(versions(row.versions())));
	}

	private List<PlanVersion> versions(List<Long> ids) {
		List<Long> unread = ids.stream().filter((id) -> !this.read.containsKey(id)).toList();
		stored(unread).forEach((row) -> this.read.put(row.id(), row.version()));
		return ids.stream().map((id) -> Optional.ofNullable(this.read.get(id)).orElseThrow()).toList();
	}

	private List<StoredVersion> stored(List<Long> ids) {
		return ids.isEmpty() ? List.of()
				: this.jdbc.sql("select * from plan_version where id in (:ids)")
					.param("ids", ids)
					.query(StoredVersion::of)
					.list();
	}

	private record StoredVersion(long id, String plan, int number, String fingerprint, Instant knownFrom, int format,
			String document) {

		static StoredVersion of(ResultSet result, int index) throws SQLException {
			return new StoredVersion(result.getLong("id"), result.getString("plan"), result.getInt("number"),
					result.getString("fingerprint"), result.getTimestamp("known_from").toInstant(),
					result.getInt("format"), result.getString("document"));
		}

		PlanVersion version() {
			return new PlanVersion(this.number, this.fingerprint, this.knownFrom,
					StoredPlan.read(this.format, this.document));
		}

	}

	private record StoredEditions(long id, List<Long> versions) {

		static StoredEditions of(ResultSet result, int index) throws SQLException {
			return new StoredEditions(result.getLong("id"),
					Arrays.asList((Long[]) result.getArray("versions").getArray()));
		}

	}

}

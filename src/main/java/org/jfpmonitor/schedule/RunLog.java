package org.jfpmonitor.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The store of runs: when the last one started, when the last good one ended. */
@Repository
public class RunLog {

	private final JdbcClient database;

	RunLog(JdbcClient database) {
		this.database = database;
	}

	/** Begins a run. */
	RunEntry started(RunKind kind, LocalDate day, boolean quiet, Instant at) {
		return this.database.sql("""
				insert into run (kind, business_day, quiet, started_at)
				values (:kind, :day, :quiet, :at)
				returning *
				""")
			.param("kind", kind.code())
			.param("day", day)
			.param("quiet", quiet)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.query(RunLog::run)
			.single();
	}

	/**
	 * The run has recorded its assessment.
	 * @param files how many of its files were in the store
	 */
	void assessed(long run, long files) {
		this.database.sql("update run set assessed = :files where id = :run")
			.param("files", files)
			.param("run", run)
			.update();
	}

	/** Nothing of the run is left undone; a second time changes nothing. */
	void finished(long run, Instant at, long refused) {
		this.database.sql("""
				update run set finished_at = :at, refused = :refused where id = :run and finished_at is null
				""").param("at", at.atOffset(ZoneOffset.UTC)).param("refused", refused).param("run", run).update();
	}

	RunEntry get(long run) {
		return this.database.sql("select * from run where id = :run").param("run", run).query(RunLog::run).single();
	}

	/** Runs that were begun and are not finished, the oldest first. */
	List<RunEntry> unfinished() {
		return this.database.sql("select * from run where finished_at is null order by id").query(RunLog::run).list();
	}

	/** Whether a run of the kind was begun for the day. */
	boolean isStarted(RunKind kind, LocalDate day) {
		return this.database.sql("select exists (select from run where kind = :kind and business_day = :day)")
			.param("kind", kind.code())
			.param("day", day)
			.query(Boolean.class)
			.single();
	}

	/** The number of the newest finished run; 0 before the first. */
	public long newestFinished() {
		return this.database.sql("select coalesce(max(id), 0) from run where finished_at is not null")
			.query(Long.class)
			.single();
	}

	/** Whether a run of the kind was finished for the day. */
	public boolean isFinished(RunKind kind, LocalDate day) {
		return this.database.sql("""
				select exists (select from run
				               where kind = :kind and business_day = :day and finished_at is not null)
				""").param("kind", kind.code()).param("day", day).query(Boolean.class).single();
	}

	/** Whether any run of another kind was ever started. */
	public boolean hasOtherThan(RunKind kind) {
		return this.database.sql("select exists (select from run where kind <> :kind)")
			.param("kind", kind.code())
			.query(Boolean.class)
			.single();
	}

	/** The numbers of the runs that were finished before the moment. */
	List<Long> finishedBefore(Instant moment) {
		return this.database.sql("select id from run where finished_at < :moment")
			.param("moment", moment.atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.list();
	}

	/** The newest runs, the newest first. */
	public List<LoggedRun> newest(int most) {
		return this.database.sql("select * from run order by id desc limit :most")
			.param("most", most)
			.query(RunLog::entry)
			.list();
	}

	/** The run of the number. */
	public Optional<LoggedRun> find(long id) {
		return this.database.sql("select * from run where id = :id").param("id", id).query(RunLog::entry).optional();
	}

	/** The newest nightly run that was started, finished or not. */
	public Optional<LoggedRun> lastStarted() {
		return newest("select * from run where kind = 'nightly' order by started_at desc limit 1");
	}

	/** The newest nightly run that was finished. */
	public Optional<LoggedRun> lastFinished() {
		return newest("""
				select * from run
				where kind = 'nightly' and finished_at is not null
				order by finished_at desc limit 1
				""");
	}

	/** When this installation began: from then on a nightly run is expected each day. */
	public Instant begun() {
		return this.database.sql("select min(begun_at) from timetable")
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
	}

	/** When the oldest run that is not finished was begun; empty when there is none. */
	public Optional<Instant> unfinishedSince() {
		return this.database.sql("select min(started_at) from run where finished_at is null having count(*) > 0")
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	private Optional<LoggedRun> newest(String sql) {
		return this.database.sql(sql).query(RunLog::entry).optional();
	}

	private static RunEntry run(ResultSet row, int number) throws SQLException {
		long assessed = row.getLong("assessed");
		boolean none = row.wasNull();
		return new RunEntry(row.getLong("id"), RunKind.coded(row.getString("kind")),
				row.getObject("business_day", LocalDate.class), row.getBoolean("quiet"),
				row.getObject("started_at", OffsetDateTime.class).toInstant(), none ? null : assessed);
	}

	private static LoggedRun entry(ResultSet row, int number) throws SQLException {
		OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
		return new LoggedRun(row.getLong("id"), RunKind.coded(row.getString("kind")),
				row.getObject("business_day", LocalDate.class),
				row.getObject("started_at", OffsetDateTime.class).toInstant(),
				(finished != null) ? finished.toInstant() : null);
	}

	/**
	 * One run.
	 *
	 * @param id its number
	 * @param kind what made it start
	 * @param day the day it was for
	 * @param startedAt when it started
	 * @param finishedAt when it ended, or null while it is under way or when it was cut
	 * off
	 */
	public record LoggedRun(long id, RunKind kind, LocalDate day, Instant startedAt, @Nullable Instant finishedAt) {

		/** How long it took; empty until it has ended. */
		public Optional<Duration> duration() {
			return Optional.ofNullable(this.finishedAt).map((end) -> Duration.between(this.startedAt, end));
		}

	}

}

package org.jfpmonitor.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes and reads the audit trail, and says each entry in the log as well. */
@Repository
public class AuditTrail {

	private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

	private static final int LONGEST = 500;

	private final JdbcClient jdbc;

	AuditTrail(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds an entry, in the caller's transaction where there is one, from the address of
	 * the request under way. The database adds the moment, by its own clock. It is in the
	 * log also when it cannot be stored.
	 * @param who the name of who signed in, never one that was merely typed
	 * @param what in words, cut at 500 characters
	 */
	public void add(Action action, @Nullable String who, String what) {
		String address = address();
		String line = written(what);
		log.atInfo()
			.addKeyValue("audit.action", action.code())
			.addKeyValue("user.name", who)
			.addKeyValue("source.address", address)
			.log("Audit: {}, {}, from {}: {}", action.words(), (who != null) ? who : "nobody signed in",
					(address != null) ? address : "the service itself", line);
		this.jdbc.sql("insert into audit_entry (action, who, address, what) values (:action, :who, :address, :what)")
			.param("action", action.code())
			.param("who", who)
			.param("address", address)
			.param("what", line)
			.update();
	}

	/**
	 * Takes entries away that are older than that by the database's clock, and none
	 * younger than 180 days.
	 * @return how many
	 */
	public long forget(Duration kept) {
		return this.jdbc.sql("select forget_audit_entries(make_interval(secs => :seconds))")
			.param("seconds", kept.toSeconds())
			.query(Long.class)
			.single();
	}

	/** Entries from the newest on. */
	public List<AuditEntry> newest(long offset, int limit) {
		return this.jdbc.sql("select * from audit_entry order by id desc offset :offset limit :limit")
			.param("offset", offset)
			.param("limit", limit)
			.query(AuditTrail::entry)
			.list();
	}

	/** The newest entry of the kind. */
	public Optional<AuditEntry> newest(Action action) {
		return this.jdbc.sql("select * from audit_entry where action = :action order by id desc limit 1")
			.param("action", action.code())
			.query(AuditTrail::entry)
			.optional();
	}

	/** How many entries there are. */
	public long count() {
		return this.jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
	}

	private static AuditEntry entry(ResultSet row, int number) throws SQLException {
		return new AuditEntry(row.getObject("at", OffsetDateTime.class).toInstant(),
				Action.coded(row.getString("action")), row.getString("who"), row.getString("address"),
				row.getString("what"));
	}

	/** What a request calls itself must not look like further lines of the log. */
	private static String written(String what) {
		String line = what.replaceAll("\\p{Cntrl}+", " ").strip();
		return (line.length() > LONGEST) ? line.substring(0, LONGEST - 1) + "…" : line;
	}

	private static @Nullable String address() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
				? request.getRequest().getRemoteAddr() : null;
	}

}

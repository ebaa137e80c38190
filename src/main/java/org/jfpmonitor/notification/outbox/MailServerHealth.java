package org.jfpmonitor.notification.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whether the mail server can be reached, as the instances found out together: what one
 * has tried in vain the others need not try at once.
 */
@Repository
public class MailServerHealth {

	private final JdbcClient database;

	public MailServerHealth(JdbcClient database) {
		this.database = database;
	}

	/** Whether the server may be tried now. */
	boolean isDue() {
		return this.database.sql("select not exists (select from mail_server where next_attempt_at > now())")
			.query(Boolean.class)
			.single();
	}

	/**
	 * Keeps that it could not be reached. It is tried again after 1 minute, then 2, 4 ...
	 * up to 15, and up to a quarter more.
	 * @return whether that is new
	 */
	boolean unreachable(String reason) {
		return this.database
			.sql("""
					insert into mail_server (unreachable_since, attempts, next_attempt_at, last_error)
					values (now(), 1, now() + interval '1 minute' * (1 + random() / 4), :reason)
					on conflict (only_row) do update
					set attempts = mail_server.attempts + 1, last_error = excluded.last_error,
					    next_attempt_at = now() + least(interval '15 minutes', interval '1 minute' * power(2, least(mail_server.attempts, 5)))
					                              * (1 + random() / 4)
					returning attempts
					""")
			.param("reason", reason)
			.query(Integer.class)
			.single() == 1;
	}

	/**
	 * Keeps that it answered.
	 * @return how it stood before, if it could not be reached
	 */
	Optional<MailRecords.ServerTrouble> answered() {
		return this.database.sql("delete from mail_server returning *").query(MailServerHealth::read).optional();
	}

	/** Lets the server be tried at once. */
	public void hurry() {
		this.database.sql("update mail_server set next_attempt_at = now()").update();
	}

	Optional<MailRecords.ServerTrouble> trouble() {
		return this.database.sql("select * from mail_server").query(MailServerHealth::read).optional();
	}

	private static MailRecords.ServerTrouble read(ResultSet row, int number) throws SQLException {
		return new MailRecords.ServerTrouble(row.getObject("unreachable_since", OffsetDateTime.class).toInstant(),
				row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(), row.getString("last_error"));
	}

}

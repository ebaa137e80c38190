package org.jfpmonitor.notification.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What became of each mail, as the outbox in PostgreSQL keeps it. */
@Repository
public class JdbcMailRecords implements MailRecords {

	private static final String SELECT = """
			select id, message_id, recipient, subject, state, attempts, last_error, created_at, sent_at, given_up_at,
			       greatest(next_attempt_at, (select next_attempt_at from mail_server)) as next_attempt_at
			from mail
			""";

	private final JdbcClient database;

	private final MailServerHealth server;

	public JdbcMailRecords(JdbcClient database, MailServerHealth server) {
		this.database = database;
		this.server = server;
	}

	@Override
	public List<MailRecord> list(MailRecord.@Nullable State state, long offset, int limit) {
		return this.database.sql(SELECT + """
				where :state::text is null or state = :state
				order by array_position(array['dead', 'waiting', 'sent'], state), id desc
				offset :offset limit :limit
				""")
			.param("state", word(state))
			.param("offset", offset)
			.param("limit", limit)
			.query(JdbcMailRecords::mail)
			.list();
	}

	@Override
	public List<WrittenMail> about(PlanId plan, ObjectiveCode objective, int limit) {
		return this.database
			.sql("select * from (" + SELECT
					+ """
							where id in (select mail from told where plan = :plan and objective = :objective) order by id desc limit :limit
							) as told join (select id, plain from mail) as said using (id) order by id desc
							""")
			.param("plan", plan.value())
			.param("objective", objective.value())
			.param("limit", limit)
			.query((row, number) -> new WrittenMail(mail(row, number), row.getString("plain")))
			.list();
	}

	@Override
	public long count(MailRecord.@Nullable State state) {
		return this.database.sql("select count(*) from mail where :state::text is null or state = :state")
			.param("state", word(state))
			.query(Long.class)
			.single();
	}

	@Override
	public Optional<MailRecord> find(long number) {
		return this.database.sql(SELECT + "where id = :id").param("id", number).query(JdbcMailRecords::mail).optional();
	}

	@Override
	@Transactional
	public boolean sendAgain(long number) {
		boolean found = this.database.sql("""
				update mail
				set state = 'waiting', attempts = 0, next_attempt_at = now(), leased_until = null, given_up_at = null
				where id = :id and state = 'dead'
				""").param("id", number).update() == 1;
		if (found) {
			this.server.hurry();
		}
		return found;
	}

	@Override
	public Optional<ServerTrouble> serverTrouble() {
		return this.server.trouble();
	}

	private static @Nullable String word(MailRecord.@Nullable State state) {
		return (state != null) ? state.code() : null;
	}

	private static MailRecord mail(ResultSet row, int number) throws SQLException {
		MailRecord.State state = MailRecord.State.coded(row.getString("state"));
		return new MailRecord(row.getLong("id"), row.getString("message_id"), row.getString("recipient"),
				row.getString("subject"), state, row.getInt("attempts"), row.getString("last_error"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				(state == MailRecord.State.WAITING) ? moment(row, "next_attempt_at") : null, moment(row, "sent_at"),
				moment(row, "given_up_at"));
	}

	private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

}

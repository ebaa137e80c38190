package org.jfpmonitor.notification.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.notification.fact.NotifiedFact;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.PlanId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The outbox in PostgreSQL. A mail is claimed with a lease, sent while no transaction is
 * open, and then marked; an instance that dies in between leaves a lease that runs out,
 * and the mail goes out again under the same Message-ID.
 */
@Repository
public class JdbcOutbox {

	private static final String DOMAIN = "jfp-monitor";

	private final JdbcClient database;

	public JdbcOutbox(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Of these keys of news, those that the recipient has not been told; they count as
	 * told by the mail from now on.
	 */
	public Set<String> untold(EmailAddress recipient, Collection<String> keys, long mail) {
		Set<String> untold = new LinkedHashSet<>();
		for (String key : keys) {
			int added = this.database.sql("""
					insert into told (recipient, change_key, mail) values (:recipient, :key, :mail)
					on conflict do nothing
					""").param("recipient", recipient.value()).param("key", key).param("mail", mail).update();
			if (added == 1) {
				untold.add(key);
			}
		}
		return untold;
	}

	/**
	 * Keeps beside each key that the mail tells what it says of an objective, for the
	 * case that it goes out late.
	 */
	public void keepWhatIsTold(long mail, PlanId plan, Collection<Change> changes) {
		for (Change change : changes) {
			NotifiedFact told = NotifiedFact.of(plan, change);
			this.database.sql("""
					update told set plan = :plan, kind = :kind, objective = :objective, measure = :measure,
					                status = :status, about = :about
					where mail = :mail and change_key = :key
					""")
				.param("mail", mail)
				.param("key", change.key())
				.param("plan", told.plan().value())
				.param("kind", told.kind().code())
				.param("objective", told.objective().value())
				.param("measure", (told.measure() != null) ? told.measure().value() : null)
				.param("status", (told.status() != null) ? told.status().code() : null)
				.param("about", told.about())
				.update();
		}
	}

	/** A number for a mail that is about to be written. */
	public long nextNumber() {
		return this.database.sql("select nextval(pg_get_serial_sequence('mail', 'id'))").query(Long.class).single();
	}

	/** Writes a mail, inside the caller's transaction. */
	public void write(long number, long run, EmailAddress recipient, MailContent body) {
		this.database.sql("""
				insert into mail (id, message_id, run, recipient, subject, plain, html)
				overriding system value
				values (:id, :messageId, :run, :recipient, :subject, :plain, :html)
				""")
			.param("id", number)
			.param("messageId", "<" + UUID.randomUUID() + "." + number + "@" + DOMAIN + ">")
			.param("run", run)
			.param("recipient", recipient.value())
			.param("subject", body.subject())
			.param("plain", body.plain())
			.param("html", body.html())
			.update();
		for (int i = 0; i < body.pictures().size(); i++) {
			write(number, i + 1, body.pictures().get(i));
		}
	}

	private void write(long mail, int number, InlineImage picture) {
		this.database.sql("""
				insert into mail_picture (mail, number, content_id, png, alternative)
				values (:mail, :number, :contentId, :png, :alternative)
				""")
			.param("mail", mail)
			.param("number", number)
			.param("contentId", picture.contentId())
			.param("png", picture.png())
			.param("alternative", picture.alternative())
			.update();
	}

	/**
	 * Takes the mail that has been due longest; a lease keeps other instances from it
	 * while this one sends.
	 */
	Optional<OutboxMail> claim(Duration lease) {
		return this.database.sql("""
				update mail set attempts = attempts + 1, leased_until = now() + :lease * interval '1 millisecond'
				where id = (select id from mail
				            where state = 'waiting' and next_attempt_at <= now()
				                  and (leased_until is null or leased_until < now())
				            order by next_attempt_at, id
				            for update skip locked
				            limit 1)
				returning id, run, message_id, recipient, subject, plain, html, created_at, attempts
				""")
			.param("lease", lease.toMillis())
			.query(JdbcOutbox::mail)
			.optional()
			.map((mail) -> mail.with(pictures(mail.id())));
	}

	/** What the mail tells of objectives; nothing of what else it tells. */
	List<NotifiedFact> told(long mail) {
		return this.database.sql("""
				select plan, kind, objective, measure, status, about from told
				where mail = :mail and kind is not null
				order by objective, about, change_key
				""").param("mail", mail).query(NotifiedFact::read).list();
	}

	/**
	 * Keeps that the server has taken it, whatever another instance thought meanwhile.
	 */
	void sent(OutboxMail mail) {
		this.database.sql("""
				update mail
				set state = 'sent', sent_at = now(), leased_until = null, last_error = null, given_up_at = null
				where id = :id and state <> 'sent'
				""").param("id", mail.id()).update();
	}

	/** Keeps that it is tried no more. */
	void giveUp(OutboxMail mail, String reason) {
		mark(mail, reason, "state = 'dead', given_up_at = now()");
	}

	/**
	 * Keeps that it is to be tried again: after 1 minute, then 2, 4 ... up to 4 hours,
	 * and up to a quarter more, so that instances and mails do not march in step.
	 */
	void putOff(OutboxMail mail, String reason) {
		mark(mail, reason,
				"""
						next_attempt_at = now() + least(interval '4 hours', interval '1 minute' * power(2, least(attempts - 1, 8)))
						                          * (1 + random() / 4)
						""");
	}

	/**
	 * Keeps that there was nobody to hand it to, which is no attempt; it goes to the end
	 * of the queue.
	 */
	void putBack(OutboxMail mail, String reason) {
		mark(mail, reason, "attempts = attempts - 1, next_attempt_at = now()");
	}

	/** Leaves alone what another instance has taken on since. */
	private void mark(OutboxMail mail, String reason, String outcome) {
		this.database
			.sql("update mail set last_error = :reason, leased_until = null, " + outcome
					+ " where id = :id and state = 'waiting' and attempts = :attempts")
			.param("reason", reason)
			.param("id", mail.id())
			.param("attempts", mail.attempts())
			.update();
	}

	/** Every mail that the run wrote, in order. */
	public List<OutboxMail> ofRun(long run) {
		return this.database.sql("""
				select id, run, message_id, recipient, subject, plain, html, created_at, attempts
				  from mail where run = :run order by id
				""")
			.param("run", run)
			.query(JdbcOutbox::mail)
			.list()
			.stream()
			.map((mail) -> mail.with(pictures(mail.id())))
			.toList();
	}

	private List<InlineImage> pictures(long mail) {
		return this.database
			.sql("select content_id, png, alternative from mail_picture where mail = :mail order by number")
			.param("mail", mail)
			.query((row, number) -> new InlineImage(row.getString("content_id"), row.getBytes("png"),
					row.getString("alternative")))
			.list();
	}

	/** As it is kept, without its images. */
	private static OutboxMail mail(ResultSet row, int number) throws SQLException {
		return new OutboxMail(row.getLong("id"), row.getLong("run"), row.getString("message_id"),
				row.getString("recipient"), row.getString("subject"), row.getString("plain"), row.getString("html"),
				List.of(), moment(row, "created_at"), row.getInt("attempts"));
	}

	private static Instant moment(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}

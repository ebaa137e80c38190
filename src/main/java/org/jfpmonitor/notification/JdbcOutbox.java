package org.jfpmonitor.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.jfpmonitor.notification.Post.Undelivered;
import org.jfpmonitor.plan.EmailAddress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The outbox in PostgreSQL. A mail is claimed with a lease, sent while no transaction is
 * open, and then marked; an instance that dies in between leaves a lease that runs out,
 * and the letter goes out again under the same Message-ID.
 */
@Repository
class JdbcOutbox implements Outbox {

	private static final Logger log = LoggerFactory.getLogger(JdbcOutbox.class);

	private static final String DOMAIN = "jfp-monitor";

	private final JdbcClient database;

	private final Post post;

	private final MailProperties properties;

	JdbcOutbox(JdbcClient database, Post post, MailProperties properties) {
		this.database = database;
		this.post = post;
		this.properties = properties;
	}

	/**
	 * Of these keys of news, those that the recipient has not been told; they count as
	 * told by the mail from now on.
	 */
	Set<String> untold(EmailAddress recipient, Collection<String> keys, long mail) {
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

	/** A number for a mail that is about to be written. */
	long nextNumber() {
		return this.database.sql("select nextval(pg_get_serial_sequence('mail', 'id'))").query(Long.class).single();
	}

	/** Writes a mail, inside the caller's transaction. */
	void write(long number, long run, EmailAddress recipient, MailBody body) {
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

	private void write(long mail, int number, Picture picture) {
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

	@Override
	public int drain() {
		int sent = 0;
		for (Optional<Letter> letter = claim(); letter.isPresent(); letter = claim()) {
			if (send(letter.get())) {
				sent++;
			}
		}
		return sent;
	}

	private boolean send(Letter letter) {
		try {
			this.post.deliver(letter);
			this.database.sql("""
					update mail set state = 'sent', sent_at = now(), leased_until = null, last_error = null
					where id = :id
					""").param("id", letter.id()).update();
			return true;
		}
		catch (Undelivered ex) {
			boolean givenUp = ex.isPermanent() || letter.attempts() >= this.properties.mail().attempts();
			log.warn("Mail {} was not taken at attempt {}{}: {}", letter.id(), letter.attempts(),
					givenUp ? " and is given up" : "", ex.getMessage());
			this.database
				.sql("""
						update mail
						set state = :state, last_error = :error, leased_until = null,
						    -- 1 minute, 2, 4 ... up to 4 hours, and up to a quarter more so that instances do not march in step
						    next_attempt_at = now() + least(interval '4 hours', interval '1 minute' * power(2, least(attempts - 1, 8)))
						                              * (1 + random() / 4)
						where id = :id
						""")
				.param("state", givenUp ? "dead" : "waiting")
				.param("error", String.valueOf(ex.getMessage()))
				.param("id", letter.id())
				.update();
			return false;
		}
	}

	/**
	 * Takes the next mail that is due; a lease keeps other instances from it while this
	 * one sends.
	 */
	private Optional<Letter> claim() {
		return this.database.sql("""
				update mail set attempts = attempts + 1, leased_until = now() + interval '5 minutes'
				where id = (select id from mail
				            where state = 'waiting' and next_attempt_at <= now()
				                  and (leased_until is null or leased_until < now())
				            order by id
				            for update skip locked
				            limit 1)
				returning id, message_id, recipient, subject, plain, html, created_at, attempts
				""").query(this::letter).optional();
	}

	/** Every mail that the run wrote, in order. */
	List<Letter> ofRun(long run) {
		return this.database.sql("""
				select id, message_id, recipient, subject, plain, html, created_at, attempts
				  from mail where run = :run order by id
				""").param("run", run).query(this::letter).list();
	}

	private List<Picture> pictures(long mail) {
		return this.database
			.sql("select content_id, png, alternative from mail_picture where mail = :mail order by number")
			.param("mail", mail)
			.query((row, number) -> new Picture(row.getString("content_id"), row.getBytes("png"),
					row.getString("alternative")))
			.list();
	}

	private Letter letter(ResultSet row, int number) throws SQLException {
		return new Letter(row.getLong("id"), row.getString("message_id"), row.getString("recipient"),
				row.getString("subject"), row.getString("plain"), row.getString("html"), pictures(row.getLong("id")),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getInt("attempts"));
	}

}

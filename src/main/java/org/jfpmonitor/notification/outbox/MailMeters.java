package org.jfpmonitor.notification.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the outbox stands, for the metrics: what waits, since when, and what was given up.
 */
@Component
class MailMeters implements MeterBinder {

	private final JdbcClient database;

	MailMeters(JdbcClient database) {
		this.database = database;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("jfp.mail.waiting", this, (meters) -> meters.count("waiting"))
			.description("Mails that wait to be sent.")
			.register(registry);
		Gauge.builder("jfp.mail.dead.letters", this, (meters) -> meters.count("dead"))
			.description("Mails that were given up and are tried no more.")
			.register(registry);
		Gauge.builder("jfp.mail.oldest.waiting.timestamp", this, MailMeters::oldestWaiting)
			.baseUnit("seconds")
			.description("When the oldest waiting mail was written; NaN while none waits.")
			.register(registry);
		Gauge.builder("jfp.mail.server.unreachable.timestamp", this, MailMeters::serverUnreachable)
			.baseUnit("seconds")
			.description("Since when the mail server cannot be reached; NaN while it can.")
			.register(registry);
	}

	private double count(String state) {
		return this.database.sql("select count(*) from mail where state = :state")
			.param("state", state)
			.query(Double.class)
			.single();
	}

	private double oldestWaiting() {
		return moment("select extract(epoch from min(created_at)) from mail where state = 'waiting'");
	}

	private double serverUnreachable() {
		return moment("select extract(epoch from min(unreachable_since)) from mail_server");
	}

	private double moment(String sql) {
		return this.database.sql(sql)
			.query((row, number) -> (row.getObject(1) != null) ? row.getDouble(1) : Double.NaN)
			.single();
	}

}

package org.jfpmonitor.notification.outbox;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class MailMetersTest {

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create().dataSource());

	/** Held here, because a gauge does not keep what it asks from being collected. */
	private final MailMeters meters = new MailMeters(this.jdbc);

	private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

	@Test
	void nothingWaitsInAnEmptyOutbox() {
		this.meters.bindTo(this.registry);

		assertThat(this.registry.scrape()).contains("\njfp_mail_waiting 0.0\n", "\njfp_mail_dead_letters 0.0\n",
				"\njfp_mail_oldest_waiting_timestamp_seconds NaN\n",
				"\njfp_mail_server_unreachable_timestamp_seconds NaN\n");
	}

	@Test
	void tellsWhatWaitsSinceWhenAndWhatWasGivenUp() {
		this.jdbc.sql("""
				insert into mail (message_id, run, recipient, subject, plain, html, state, created_at)
				select each, 1, 'r', 's', 'p', 'h', state, at::timestamptz
				  from (values ('a', 'dead', '2025-01-01Z'), ('b', 'waiting', '2025-05-01T00:01:40.5Z'),
				               ('c', 'waiting', '2025-05-02Z'), ('d', 'sent', '2025-01-01Z')) as mails (each, state, at)
				""").update();
		this.meters.bindTo(this.registry);

		assertThat(this.registry.scrape()).contains("\njfp_mail_waiting 2.0\n", "\njfp_mail_dead_letters 1.0\n",
				"\njfp_mail_oldest_waiting_timestamp_seconds 1.7460577005E9\n");
	}

	@Test
	void tellsSinceWhenTheServerCannotBeReached() {
		this.jdbc.sql("""
				insert into mail_server (unreachable_since, attempts, next_attempt_at, last_error)
				values ('2025-05-01T00:01:40Z', 3, '2025-05-01T00:09Z', 'The connection was refused.')
				""").update();
		this.meters.bindTo(this.registry);

		assertThat(this.registry.scrape()).contains("\njfp_mail_server_unreachable_timestamp_seconds 1.7460577E9\n");
	}

}

package org.jfpmonitor.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuditTrailTest {

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create().dataSource());

	private final Instant now = Instant.now();

	@Test
	void theDatabaseChangesNoEntryAndTakesAwayNoneOfTheLastHalfYear() {
		trailAt(this.now).add(Action.UPLOAD, "analyst", "beds.csv");

		for (String change : new String[] { "update audit_entry set who = 'office'", "delete from audit_entry",
				"truncate audit_entry" }) {
			assertThatExceptionOfType(DataAccessException.class).as(change)
				.isThrownBy(() -> this.jdbc.sql(change).update())
				.withMessageContaining("The audit trail is only added to");
		}
		assertThat(trailAt(this.now).count()).isEqualTo(1);
	}

	@Test
	void forgetsWhatIsOldEnough() {
		trailAt(this.now.minus(Duration.ofDays(181))).add(Action.UPLOAD, "analyst", "old.csv");
		trailAt(this.now).add(Action.UPLOAD, "analyst", "new.csv");

		assertThat(trailAt(this.now).forget(this.now.minus(Duration.ofDays(180)))).isEqualTo(1);
		assertThat(trailAt(this.now).newest(0, 9)).extracting(AuditEntry::what).containsExactly("new.csv");
	}

	@Test
	void anEntryIsOneLineHoweverItWasNamed() {
		trailAt(this.now).add(Action.UPLOAD, "analyst", "a.csv\r\n2026-01-01 INFO Audit: nothing happened");

		assertThat(trailAt(this.now).newest(Action.UPLOAD)).get()
			.extracting(AuditEntry::what)
			.isEqualTo("a.csv 2026-01-01 INFO Audit: nothing happened");
	}

	private AuditTrail trailAt(Instant moment) {
		return new AuditTrail(this.jdbc, Today.by(Clock.fixed(moment, ZoneOffset.UTC)));
	}

}

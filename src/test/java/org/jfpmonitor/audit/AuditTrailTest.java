package org.jfpmonitor.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jfpmonitor.store.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class AuditTrailTest {

	private final JdbcClient jdbc = JdbcClient.create(TestDatabase.create().dataSource());

	private final AuditTrail trail = new AuditTrail(this.jdbc);

	@ParameterizedTest
	@ValueSource(strings = { "update audit_entry set who = 'office'", "delete from audit_entry",
			"delete from audit_entry where at < now() - interval '180 days'", "do 'begin delete from audit_entry; end'",
			"truncate audit_entry" })
	void theOwnerOfTheDatabaseNeitherChangesNorTakesAwayAnEntryHoweverOld(String change) {
		enterDaysAgo(1000, "old.csv");
		this.trail.add(Action.UPLOAD, "analyst", "beds.csv");

		assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> this.jdbc.sql(change).update())
			.withMessageContaining("The audit trail is only added to");
		assertThat(this.trail.count()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 180, 1, -1000 })
	void oneFunctionForgetsWhatIsOldEnoughAndNeverWhatIsYoungerThanHalfAYear(int kept) {
		enterDaysAgo(201, "old.csv");
		enterDaysAgo(179, "young.csv");
		this.trail.add(Action.UPLOAD, "analyst", "new.csv");

		assertThat(this.trail.forget(Duration.ofDays(kept))).isEqualTo(1);
		assertThat(this.trail.newest(0, 9)).extracting(AuditEntry::what).containsExactly("new.csv", "young.csv");
		assertThat(this.trail.forget(Duration.ofDays(kept))).isZero();
	}

	@Test
	void anEntryIsMadeAtTheRealMoment() {
		this.trail.add(Action.UPLOAD, "analyst", "beds.csv");

		assertThat(this.trail.newest(Action.UPLOAD).orElseThrow().at()).isCloseTo(Instant.now(),
				within(1, ChronoUnit.MINUTES));
	}

	@ParameterizedTest
	@ValueSource(strings = { "now(), 'borrowed'", "now(), 'Upload'", "'infinity', 'upload'", "'-infinity', 'upload'",
			"'200000-01-01 00:00Z', 'upload'", "'0044-03-15 BC', 'upload'" })
	void anEntryThatNobodyCouldReadIsNotTaken(String moment) {
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.sql("insert into audit_entry (at, action, what) values (" + moment + ", 'x')").update())
			.withMessageContaining("violates check constraint");
	}

	@ParameterizedTest
	@EnumSource
	void everyActionIsTakenAndReadAgain(Action action) {
		this.trail.add(action, "analyst", "x");

		assertThat(this.trail.newest(0, 1)).extracting(AuditEntry::action).containsExactly(action);
	}

	@Test
	void anEntryIsOneLineHoweverItWasNamed() {
		this.trail.add(Action.UPLOAD, "analyst", "a.csv\r\n2026-01-01 INFO Audit: nothing happened");

		assertThat(this.trail.newest(Action.UPLOAD)).get()
			.extracting(AuditEntry::what)
			.isEqualTo("a.csv 2026-01-01 INFO Audit: nothing happened");
	}

	private void enterDaysAgo(int days, String what) {
		this.jdbc
			.sql("insert into audit_entry (at, action, what)"
					+ " values (now() - make_interval(days => :days), 'upload', :what)")
			.param("days", days)
			.param("what", what)
			.update();
	}

}

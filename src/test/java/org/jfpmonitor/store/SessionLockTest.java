package org.jfpmonitor.store;

import java.util.Optional;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLockTest {

	private static final DataSource DATABASE = TestDatabase.create().dataSource();

	@Test
	void isHeldByOneAtATimeAndFreeOnceItIsHandedOn() {
		try (SessionLock first = SessionLock.tryAcquire(DATABASE, "work").orElseThrow()) {
			assertThat(first.isHeld()).isTrue();
			assertThat(SessionLock.tryAcquire(DATABASE, "work")).isEmpty();
		}

		assertThat(SessionLock.tryAcquire(DATABASE, "work")).hasValueSatisfying(SessionLock::close);
	}

	@Test
	void isNoneOfOtherWork() {
		try (SessionLock importing = SessionLock.tryAcquire(DATABASE, "import").orElseThrow();
				SessionLock nightly = SessionLock.tryAcquire(DATABASE, "nightly").orElseThrow()) {
			assertThat(importing.isHeld()).isEqualTo(nightly.isHeld()).isTrue();
		}
	}

	@Test
	void endsWithTheSessionOfItsHolder() {
		try (SessionLock lost = SessionLock.tryAcquire(DATABASE, "lost").orElseThrow()) {
			JdbcClient.create(DATABASE)
				.sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'")
				.query()
				.listOfRows();
			assertThat(lost.isHeld()).isFalse();

			Optional<SessionLock> next = SessionLock.tryAcquire(DATABASE, "lost");
			assertThat(next).hasValueSatisfying(SessionLock::close);
		}
	}

}

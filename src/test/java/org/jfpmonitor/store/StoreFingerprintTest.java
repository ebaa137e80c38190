package org.jfpmonitor.store;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class StoreFingerprintTest {

	private final TestDatabase database = TestDatabase.create();

	private final StoreFingerprint fingerprint = new StoreFingerprint(JdbcClient.create(this.database.dataSource()));

	@Test
	void isTheSameWhileNothingIsCommitted() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(this.fingerprint.now()).isEqualTo(this.fingerprint.now()));
	}

	@Test
	void isAnotherOneAfterEachCommitHoweverLongBeforeItWasBegun() throws Exception {
		try (Connection slow = this.database.dataSource().getConnection(); Statement write = slow.createStatement()) {
			slow.setAutoCommit(false);
			write.execute("create table slow (line integer)");
			String begun = this.fingerprint.now();
			JdbcClient.create(this.database.dataSource()).sql("create table quick (line integer)").update();
			String quick = this.fingerprint.now();
			slow.commit();

			assertThat(quick).isNotEqualTo(begun);
			assertThat(this.fingerprint.now()).isNotEqualTo(quick).isNotEqualTo(begun);
		}
	}

}

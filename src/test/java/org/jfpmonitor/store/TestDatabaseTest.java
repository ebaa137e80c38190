package org.jfpmonitor.store;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class TestDatabaseTest {

	@Test
	void givesEachTestADatabaseThatOthersDoNotTouch() {
		JdbcClient one = JdbcClient.create(TestDatabase.create().dataSource());
		JdbcClient other = JdbcClient.create(TestDatabase.create().dataSource());
		String insert = "INSERT INTO shedlock VALUES ('nightly', now(), now(), 'test')";
		one.sql(insert).update();
		assertThat(other.sql("SELECT count(*) FROM shedlock").query(Integer.class).single()).isZero();
	}

}

package org.jfpmonitor.store;

import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class TestDatabaseTest {

	@Test
	void givesEachTestADatabaseThatOthersDoNotTouch() {
		JdbcClient one = JdbcClient.create(TestDatabase.create().dataSource());
		JdbcClient other = JdbcClient.create(TestDatabase.create().dataSource());
		String insert = "INSERT INTO batch_job_instance VALUES (1, 0, 'nightly', 'test')";
		one.sql(insert).update();
		assertThat(other.sql("SELECT count(*) FROM batch_job_instance").query(Integer.class).single()).isZero();
	}

}

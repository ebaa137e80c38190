package org.jfpmonitor.store;

import javax.sql.DataSource;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A fresh database with transactions, for tests of a few rooms that need no more of
 * Spring; to be imported.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
public class TestTransactions {

	@Bean
	DataSource dataSource() {
		return TestDatabase.create().dataSource();
	}

	@Bean
	JdbcClient jdbcClient(DataSource dataSource) {
		return JdbcClient.create(dataSource);
	}

	@Bean
	NamedParameterJdbcTemplate batches(DataSource dataSource) {
		return new NamedParameterJdbcTemplate(dataSource);
	}

	@Bean
	PlatformTransactionManager transactions(DataSource dataSource) {
		return new JdbcTransactionManager(dataSource);
	}

	@Bean
	TransactionTemplate transaction(PlatformTransactionManager transactions) {
		return new TransactionTemplate(transactions);
	}

}

package org.jfpmonitor.store;

import javax.sql.DataSource;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * A fresh database with transactions, for tests of a few rooms that need no more of
 * Spring; to be imported.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@Import(TestJdbc.class)
public class TestTransactions {

	@Bean
	DataSource dataSource() {
		return TestDatabase.create().dataSource();
	}

}

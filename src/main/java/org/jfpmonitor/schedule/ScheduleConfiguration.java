package org.jfpmonitor.schedule;

import java.util.concurrent.ScheduledExecutorService;

import javax.sql.DataSource;

import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ScheduledExecutorFactoryBean;

@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ScheduleConfiguration {

	/**
	 * A lock that lives as long as its holder: it is renewed while a run lasts and soon
	 * free when its holder dies.
	 */
	@Bean
	LockProvider lockProvider(DataSource dataSource, @Qualifier("lockRenewal") ScheduledExecutorService lockRenewal) {
		return new KeepAliveLockProvider(new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
			.withJdbcTemplate(new JdbcTemplate(dataSource))
			.usingDbTime()
			.build()), lockRenewal);
	}

	/** No candidate for anybody else: the timetable has a scheduler of its own. */
	@Bean(defaultCandidate = false)
	ScheduledExecutorFactoryBean lockRenewal() {
		ScheduledExecutorFactoryBean executor = new ScheduledExecutorFactoryBean();
		executor.setThreadNamePrefix("lock-renewal-");
		executor.setDaemon(true);
		return executor;
	}

}

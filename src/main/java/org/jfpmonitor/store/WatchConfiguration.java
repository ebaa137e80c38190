package org.jfpmonitor.store;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.support.TaskUtils;

/**
 * What is different while the database is away: nobody waits for it, and it is said once.
 */
@Configuration(proxyBeanMethods = false)
@Profile("!command")
class WatchConfiguration {

	private static final Logger logger = LoggerFactory.getLogger(WatchConfiguration.class);

	@Bean
	static BeanPostProcessor promptDataSource() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof HikariDataSource pool) ? new PromptDataSource(pool) : bean;
			}

		};
	}

	/** What happens by a timetable happens again. */
	@Bean
	ThreadPoolTaskSchedulerCustomizer quietWhileTheDatabaseIsAway(DatabaseWatch watch) {
		return (scheduler) -> scheduler.setErrorHandler((failure) -> {
			if (watch.explains(failure)) {
				logger.debug("Put off until the database answers", failure);
			}
			else {
				TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.handleError(failure);
			}
		});
	}

}

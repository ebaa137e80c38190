package org.jfpmonitor.schedule;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.support.TaskUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ ScheduleProperties.class, RetentionProperties.class })
@EnableScheduling
class ScheduleConfiguration {

	/** That a task breaks off because the service stops is no news. */
	@Bean
	ThreadPoolTaskSchedulerCustomizer silenceAtTheEnd(ConfigurableApplicationContext service) {
		return (scheduler) -> scheduler.setErrorHandler((failure) -> {
			if (!service.isClosed()) {
				TaskUtils.LOG_AND_SUPPRESS_ERROR_HANDLER.handleError(failure);
			}
		});
	}

}

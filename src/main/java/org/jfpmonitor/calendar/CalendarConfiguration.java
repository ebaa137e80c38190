package org.jfpmonitor.calendar;

import java.time.Clock;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CalendarConfiguration.CalendarProperties.class)
class CalendarConfiguration {

	@Bean
	Today today(CalendarProperties properties) {
		Clock clock = Clock.systemUTC();
		return (properties.today() != null) ? Today.fixedAt(properties.today(), clock) : Today.by(clock);
	}

	/**
	 * What day the service believes it is.
	 *
	 * @param today a fixed date for demonstrations and checks; unset means the real one
	 */
	@ConfigurationProperties("jfp")
	record CalendarProperties(@Nullable LocalDate today) {

		CalendarProperties {
			if (today != null && (today.getYear() < 2000 || today.getYear() > 2099)) {
				throw new IllegalArgumentException("jfp.today: expected a day from 2000-01-01 to 2099-12-31, found "
						+ today + ". Correct it, or delete it for the real day.");
			}
		}

	}

}

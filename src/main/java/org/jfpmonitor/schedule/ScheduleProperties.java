package org.jfpmonitor.schedule;

import java.time.Duration;
import java.time.LocalTime;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When things happen unasked.
 *
 * @param enabled whether this instance keeps the timetable at all
 * @param nightlyAt the London time from which the nightly run of a day is due
 * @param inboxEvery how often the inbox is looked into between two nights; unset means
 * only at night
 */
@ConfigurationProperties("jfp.schedule")
record ScheduleProperties(@DefaultValue("true") boolean enabled, @DefaultValue("02:30") LocalTime nightlyAt,
		@Nullable Duration inboxEvery) {

}

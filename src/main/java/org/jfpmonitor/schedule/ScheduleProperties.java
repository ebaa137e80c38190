package org.jfpmonitor.schedule;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.DurationRange;
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
 * @param tick how often it is looked whether a run is due or was cut off
 * @param mailEvery how often it is looked whether a mail is due
 * @param uploadEvery how often it is looked whether an extract was sent
 */
@ConfigurationProperties("jfp.schedule")
record ScheduleProperties(@DefaultValue("true") boolean enabled, @DefaultValue("02:30") LocalTime nightlyAt,
		@Nullable Duration inboxEvery, @DefaultValue("1m") Duration tick, @DefaultValue("30s") Duration mailEvery,
		@DefaultValue("1s") Duration uploadEvery) {

	private static final DurationRange BETWEEN_LOOKS = new DurationRange(Duration.ofMillis(100), Duration.ofDays(1));

	ScheduleProperties {
		String faults = Stream
			.of(Optional.ofNullable(inboxEvery)
				.flatMap((each) -> BETWEEN_LOOKS.fault("jfp.schedule.inbox-every", each)),
					BETWEEN_LOOKS.fault("jfp.schedule.tick", tick),
					BETWEEN_LOOKS.fault("jfp.schedule.mail-every", mailEvery),
					BETWEEN_LOOKS.fault("jfp.schedule.upload-every", uploadEvery))
			.flatMap(Optional::stream)
			.collect(Collectors.joining("\n"));
		if (!faults.isEmpty()) {
			throw new IllegalArgumentException(faults);
		}
	}

}

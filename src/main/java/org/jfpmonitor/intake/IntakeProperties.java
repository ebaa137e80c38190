package org.jfpmonitor.intake;

import java.nio.file.Path;
import java.time.Duration;

import org.jfpmonitor.calendar.DurationRange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where extracts come in and how long a file must rest before it is read.
 *
 * @param data the folder for everything the service keeps; {@code inbox}, {@code archive}
 * and {@code refused} lie in it
 * @param config the folder that holds {@code layouts}
 * @param inbox how the inbox is treated
 */
@ConfigurationProperties("jfp")
public record IntakeProperties(@DefaultValue("data") Path data, @DefaultValue("config") Path config,
		@DefaultValue InboxProperties inbox) {

	/**
	 * How the inbox is treated.
	 *
	 * @param quiet how long size and time of a file must stand still before it counts as
	 * written to its end
	 */
	record InboxProperties(@DefaultValue("3s") Duration quiet) {

		private static final DurationRange OF_REST = new DurationRange(Duration.ZERO, Duration.ofDays(1));

		InboxProperties {
			OF_REST.fault("jfp.inbox.quiet", quiet).ifPresent((fault) -> {
				throw new IllegalArgumentException(fault);
			});
		}

	}

}

package org.jfpmonitor.notification.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.calendar.DurationRange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often and how long a mail is tried.
 *
 * @param attempts after how many attempts a mail is given up; while the server cannot be
 * reached none is counted
 * @param timeLimit how long one mail may take in all
 */
@ConfigurationProperties("jfp.mail")
public record SendingProperties(@DefaultValue("40") int attempts, @DefaultValue("2m") Duration timeLimit) {

	private static final int MOST_ATTEMPTS = 1000;

	private static final DurationRange OF_A_MAIL = new DurationRange(Duration.ofSeconds(1), Duration.ofMinutes(5));

	public SendingProperties {
		List<String> faults = new ArrayList<>();
		if (attempts < 1 || attempts > MOST_ATTEMPTS) {
			faults.add("jfp.mail.attempts: expected 1 to " + MOST_ATTEMPTS + ", found " + attempts + ". Correct it.");
		}
		OF_A_MAIL.fault("jfp.mail.time-limit", timeLimit).ifPresent(faults::add);
		if (!faults.isEmpty()) {
			throw new IllegalArgumentException(String.join("\n", faults));
		}
	}

}

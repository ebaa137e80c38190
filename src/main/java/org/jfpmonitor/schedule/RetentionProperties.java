package org.jfpmonitor.schedule;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is no longer needed is kept. Figures, reports, deliveries and what runs
 * found are kept for good.
 *
 * @param recordLevel archived and refused files of layouts with one row a person
 * @param layouts archived files of other layouts, or of one of those for another time, by
 * the layout's name; what is not named is kept
 * @param refused other refused files
 * @param mails texts and pictures of mails that were sent, and files in the mail folder
 * @param imports what Spring Batch remembers of imports that were completed
 * @param audit entries of the audit trail, at least 180 days
 */
@ConfigurationProperties("jfp.retention")
record RetentionProperties(@DefaultValue("30d") Duration recordLevel, @DefaultValue Map<String, Duration> layouts,
		@DefaultValue("90d") Duration refused, @DefaultValue("730d") Duration mails,
		@DefaultValue("365d") Duration imports, @DefaultValue("730d") Duration audit) {

	private static final Duration LEAST_AUDIT = Duration.ofDays(180);

	RetentionProperties {
		layouts = Map.copyOf(layouts);
		if (audit.compareTo(LEAST_AUDIT) < 0) {
			throw new IllegalArgumentException(
					"jfp.retention.audit: expected at least 180d, found " + audit.toDays() + "d. Write a longer time.");
		}
	}

}

package org.jfpmonitor.schedule;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.DurationRange;

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

	private static final DurationRange ANY = new DurationRange(Duration.ofDays(1), Duration.ofDays(36_500));

	private static final DurationRange OF_AUDIT = new DurationRange(Duration.ofDays(180), ANY.most());

	RetentionProperties {
		layouts = Map.copyOf(layouts);
		Map<String, Duration> times = new LinkedHashMap<>();
		times.put("record-level", recordLevel);
		new TreeMap<>(layouts).forEach((layout, time) -> times.put("layouts." + layout, time));
		times.put("refused", refused);
		times.put("mails", mails);
		times.put("imports", imports);
		String faults = Stream.concat(
				times.entrySet().stream().map((each) -> ANY.fault("jfp.retention." + each.getKey(), each.getValue())),
				Stream.of(OF_AUDIT.fault("jfp.retention.audit", audit)))
			.flatMap(Optional::stream)
			.collect(Collectors.joining("\n"));
		if (!faults.isEmpty()) {
			throw new IllegalArgumentException(faults);
		}
	}

}

package org.jfpmonitor.publication.api.received;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jfpmonitor.intake.delivery.FeedStanding;
import org.jfpmonitor.publication.api.MeasureJson;
import org.jspecify.annotations.Nullable;

/**
 * How a feed stands today, as the interface writes it. {@code nothingNew} tells a feed of
 * which extracts arrive that say nothing new from one of which nothing arrives;
 * {@code overdueAfter} is the last day on which it is not overdue; {@code rejects} counts
 * refused lines by code, without those that never occurred.
 */
record FeedJson(String id, String title, String cadence, String standing, @Nullable LocalDate nextDue,
		@Nullable LocalDate overdueAfter, MeasureJson.@Nullable PeriodJson latestPeriod,
		@Nullable Instant lastArrivedAt, @Nullable Instant lastPublishedAt, @Nullable Instant lastNewAt,
		boolean nothingNew, long imported, long refused, Map<String, Long> rejects) {

	static FeedJson of(FeedStanding standing) {
		Map<String, Long> rejects = new TreeMap<>();
		standing.rejected().forEach((code, lines) -> {
			if (lines > 0) {
				rejects.put(code.code(), lines);
			}
		});
		LocalDate due = standing.nextDue();
		return new FeedJson(standing.feed().id().value(), standing.feed().title(), standing.feed().cadence().word(),
				standing.state().name().toLowerCase(Locale.ROOT), due,
				(due != null) ? due.plusDays(standing.feed().graceDays()) : null,
				MeasureJson.PeriodJson.of(standing.latestPeriod()), standing.imports().lastAttempt(),
				standing.imports().lastSuccess(), standing.imports().lastChange(), standing.broughtNothingNew(),
				standing.imports().count(), standing.imports().failures(), rejects);
	}

}

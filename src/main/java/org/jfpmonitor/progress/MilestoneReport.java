package org.jfpmonitor.progress;

import java.time.LocalDate;

import org.jfpmonitor.plan.id.MilestoneId;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a milestone as of a day. What a report leaves empty it leaves as it
 * was.
 *
 * @param milestone which one
 * @param asOf the day the report speaks of
 * @param forecast when delivery is expected, or null
 * @param achieved when it was delivered, or null
 * @param withdrawn whether it takes back that the milestone was delivered
 * @param comment in the reporter's words, or empty
 * @param origin where the report came from
 */
public record MilestoneReport(MilestoneId milestone, LocalDate asOf, @Nullable LocalDate forecast,
		@Nullable LocalDate achieved, boolean withdrawn, String comment, Origin origin) {

	public MilestoneReport {
		if (withdrawn && achieved != null) {
			throw new IllegalArgumentException("A report says when it was achieved or that it was not; found both");
		}
	}

}

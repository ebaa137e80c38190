package org.jfpmonitor.progress;

import java.time.LocalDate;

import org.jfpmonitor.plan.id.MilestoneId;
import org.jspecify.annotations.Nullable;

/**
 * How a milestone stands as of a day. A later report without an achieved date withdraws
 * the achievement.
 *
 * @param milestone which one
 * @param asOf the day the report speaks of
 * @param forecast when delivery is expected, or null
 * @param achieved when it was delivered, or null
 * @param comment in the reporter's words, or empty
 * @param origin where the report came from
 */
public record MilestoneReport(MilestoneId milestone, LocalDate asOf, @Nullable LocalDate forecast,
		@Nullable LocalDate achieved, String comment, Origin origin) {

}

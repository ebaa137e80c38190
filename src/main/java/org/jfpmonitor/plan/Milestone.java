package org.jfpmonitor.plan;

import java.time.LocalDate;

import org.jfpmonitor.plan.id.MilestoneId;
import org.jspecify.annotations.Nullable;

/**
 * A dated deliverable of an objective.
 *
 * @param id its name in progress extracts
 * @param title what will have been delivered
 * @param due the last day on which it is in time
 * @param assumption what the published plan does not say and was assumed here, or null
 */
public record Milestone(MilestoneId id, String title, LocalDate due, @Nullable String assumption) {

}

package org.jfpmonitor.assessment;

import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.MilestoneReport;
import org.jspecify.annotations.Nullable;

/**
 * Where one milestone stands.
 *
 * @param milestone the milestone
 * @param status Completed, On Track or Delayed
 * @param reason the rule and dates behind it
 * @param report the newest report of it, or null when nobody has reported
 */
public record MilestoneAssessment(Milestone milestone, Status status, Reason reason, @Nullable MilestoneReport report) {

}

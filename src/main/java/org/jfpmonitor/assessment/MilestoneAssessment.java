package org.jfpmonitor.assessment;

import org.jfpmonitor.assessment.reason.MilestoneReason;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.MilestoneReport;
import org.jspecify.annotations.Nullable;

/**
 * Where one milestone stands.
 *
 * @param reason the rule and dates behind its status
 * @param report the newest report of it, or null when nobody has reported
 */
public record MilestoneAssessment(MilestoneReason reason, @Nullable MilestoneReport report) {

	public Milestone milestone() {
		return this.reason.milestone();
	}

	/** Completed, On Track or Delayed. */
	public Status status() {
		return this.reason.therefore();
	}

}

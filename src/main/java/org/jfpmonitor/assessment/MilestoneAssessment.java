package org.jfpmonitor.assessment;

import java.time.LocalDate;

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

	/**
	 * The day since which it has stood as it stands: that of its achievement, or the one
	 * after it was due; null while it is to come, and when only a forecast delays it.
	 */
	public @Nullable LocalDate since() {
		return switch (this.reason.rule()) {
			case MILESTONE_ACHIEVED -> this.reason.facts().other();
			case MILESTONE_PAST_DUE -> milestone().due().plusDays(1);
			default -> null;
		};
	}

	/** Completed, On Track or Delayed. */
	public Status status() {
		return this.reason.therefore();
	}

}

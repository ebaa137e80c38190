package org.jfpmonitor.assessment.rule;

import java.time.LocalDate;

import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.assessment.Rule;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.MilestoneReport;
import org.jspecify.annotations.Nullable;

/**
 * Where a milestone stands: achieved, due in future, past due, or expected too late. The
 * due day itself is in time.
 */
public final class MilestoneAssessor {

	private MilestoneAssessor() {
	}

	/**
	 * Judges the milestone as of the day.
	 * @param report the newest report of it that counts on the day, or null
	 */
	public static MilestoneAssessment assess(Milestone milestone, @Nullable MilestoneReport report, LocalDate asOf) {
		LocalDate achieved = (report != null) ? report.achieved() : null;
		LocalDate forecast = (report != null) ? report.forecast() : null;
		if (achieved != null && !achieved.isAfter(asOf)) {
			return by(Rule.MILESTONE_ACHIEVED, Status.COMPLETED, milestone, achieved, report);
		}
		if (asOf.isAfter(milestone.due())) {
			return by(Rule.MILESTONE_PAST_DUE, Status.DELAYED, milestone, forecast, report);
		}
		if (forecast != null && forecast.isAfter(milestone.due())) {
			return by(Rule.MILESTONE_FORECAST_LATE, Status.DELAYED, milestone, forecast, report);
		}
		return by(Rule.MILESTONE_NOT_YET_DUE, Status.ON_TRACK, milestone, forecast, report);
	}

	private static MilestoneAssessment by(Rule rule, Status status, Milestone milestone, @Nullable LocalDate other,
			@Nullable MilestoneReport report) {
		Reason reason = Because.of(rule, milestone)
			.due(milestone.due())
			.other(other)
			.reportedIn((report != null) ? report.origin() : null)
			.therefore(status);
		return new MilestoneAssessment(milestone, status, reason, report);
	}

}

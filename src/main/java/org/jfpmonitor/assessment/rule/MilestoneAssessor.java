package org.jfpmonitor.assessment.rule;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.reason.MilestoneReason;
import org.jfpmonitor.assessment.reason.Source;
import org.jfpmonitor.plan.Milestone;
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
		return new MilestoneAssessment(reason(milestone, report, asOf), report);
	}

	private static MilestoneReason reason(Milestone milestone, @Nullable MilestoneReport report, LocalDate asOf) {
		LocalDate achieved = (report != null) ? report.achieved() : null;
		LocalDate forecast = (report != null) ? report.forecast() : null;
		List<Source> sources = (report != null) ? Source.of(report.origin()) : List.of();
		if (achieved != null && !achieved.isAfter(asOf)) {
			return new MilestoneReason.Achieved(milestone, achieved, sources);
		}
		if (asOf.isAfter(milestone.due())) {
			return new MilestoneReason.PastDue(milestone, forecast, sources);
		}
		return (forecast != null && forecast.isAfter(milestone.due()))
				? new MilestoneReason.ForecastLate(milestone, forecast, sources)
				: new MilestoneReason.NotYetDue(milestone, forecast, sources);
	}

}

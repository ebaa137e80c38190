package org.jfpmonitor.publication.objective;

import java.time.LocalDate;

import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.publication.page.SourceLine;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * One milestone as a page shows it.
 *
 * @param title what will have been delivered
 * @param mark its status
 * @param due the last day on which it is in time, in words
 * @param forecast when delivery is expected, in words
 * @param achieved when it was delivered, in words
 * @param reported what was reported last, or null when nobody has reported
 * @param assumption what the published plan does not say and was assumed, or null
 */
record MilestoneRow(String title, StatusMark mark, String due, String forecast, String achieved,
		@Nullable Reported reported, @Nullable String assumption) {

	static MilestoneRow of(MilestoneAssessment milestone) {
		MilestoneReport report = milestone.report();
		return new MilestoneRow(milestone.milestone().title(), StatusMark.of(milestone.status()),
				Period.day(milestone.milestone().due()).inWords(),
				day((report != null) ? report.forecast() : null, "None given"),
				day((report != null) ? report.achieved() : null, "Not yet"),
				(report != null) ? Reported.of(report) : null, milestone.milestone().assumption());
	}

	private static String day(@Nullable LocalDate day, String none) {
		return (day != null) ? Period.day(day).inWords() : none;
	}

	/**
	 * The newest report.
	 *
	 * @param asOf the day it speaks of, in words
	 * @param comment in the reporter's words, or empty
	 * @param source where it was read, or null when a person entered it
	 */
	record Reported(String asOf, String comment, @Nullable SourceLine source) {

		static Reported of(MilestoneReport report) {
			return new Reported(Period.day(report.asOf()).inWords(), report.comment(), SourceLine.of(report.origin()));
		}

	}

}

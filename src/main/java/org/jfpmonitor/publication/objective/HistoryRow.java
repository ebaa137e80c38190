package org.jfpmonitor.publication.objective;

import org.jfpmonitor.assessment.Assessments.Recorded;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.publication.page.StatusMark;

/**
 * A status that a run recorded.
 *
 * @param day the day the run assessed, in words
 * @param status the status that held
 * @param computed the status by the rules
 */
record HistoryRow(String day, StatusMark status, StatusMark computed) {

	static HistoryRow of(Recorded recorded) {
		return new HistoryRow(Period.day(recorded.run().asOf()).inWords(), StatusMark.of(recorded.status()),
				StatusMark.of(recorded.computed()));
	}

	/** Whether a person's status held. */
	public boolean isOverridden() {
		return this.status != this.computed;
	}

}

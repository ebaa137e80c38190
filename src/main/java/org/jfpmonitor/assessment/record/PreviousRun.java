package org.jfpmonitor.assessment.record;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jspecify.annotations.Nullable;

/**
 * What the run before recorded, as far as the next one needs it to tell what is new.
 *
 * @param run its number
 * @param asOf the day it was for
 * @param planFingerprint which plan it judged by
 * @param standings the status of each objective, with the day since which it holds
 * @param warned the measures that had an early warning
 * @param monthEnds what it knew of past month ends
 */
record PreviousRun(long run, LocalDate asOf, String planFingerprint, Map<ObjectiveCode, RecordedStatus> standings,
		Set<MeasureId> warned, MonthEnds monthEnds) {

	/**
	 * The status that an objective was found to have.
	 *
	 * @param status the status that held, or null for none
	 * @param computed the status by the rules, or null for none
	 * @param since the day of the first run in a row that found it so
	 */
	record RecordedStatus(@Nullable Status status, @Nullable Status computed, LocalDate since) {

	}

	/** Since when the objective stands as it stands now. */
	LocalDate since(ObjectiveAssessment objective, LocalDate today) {
		RecordedStatus before = this.standings.get(objective.objective().code());
		return (before != null && before.status() == objective.status()) ? before.since() : today;
	}

}

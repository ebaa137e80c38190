package org.jfpmonitor.assessment;

import java.util.List;

import org.jfpmonitor.assessment.Assessments.Position;
import org.jfpmonitor.plan.PlanEditions;

/**
 * A run assessed the plan and recorded it. Announced inside the recording transaction, so
 * that what a listener writes there stands or falls with the record.
 *
 * @param run the number of the run
 * @param plan the plan, of which the run assessed the edition in force
 * @param position where the plan stands, and stood at the month ends before
 * @param changes what is new since the run before; empty for the first run of an edition
 * of the plan, which has nothing to compare with
 * @param changeOfEdition whether it is the first run of its edition, after runs of
 * another
 * @param quiet true when nobody is to be told, as in the replay of old extracts
 */
public record PlanAssessed(long run, PlanEditions plan, Position position, List<Change> changes,
		boolean changeOfEdition, boolean quiet) {

	public PlanAssessed {
		changes = List.copyOf(changes);
	}

	/** Where the plan stands. */
	public PlanAssessment now() {
		return this.position.now();
	}

}

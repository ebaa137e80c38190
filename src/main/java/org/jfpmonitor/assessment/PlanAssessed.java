package org.jfpmonitor.assessment;

import java.util.List;

/**
 * A run assessed the plan and recorded it. Announced inside the recording transaction, so
 * that what a listener writes there stands or falls with the record.
 *
 * @param run the number of the run
 * @param now where the plan stands
 * @param changes what is new since the run before; empty for the first run ever
 * @param quiet true when nobody is to be told, as in the replay of old extracts
 */
public record PlanAssessed(long run, PlanAssessment now, List<Change> changes, boolean quiet) {

	public PlanAssessed {
		changes = List.copyOf(changes);
	}

}

package org.jfpmonitor.assessment;

import java.util.List;

import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.StatusOverride;
import org.jspecify.annotations.Nullable;

/**
 * Where one objective stands, with the published position and any override beside the
 * computed status.
 *
 * @param objective the objective
 * @param computed the status by the rules, or null when it could not be assessed
 * @param because the roll-up first, then the reason of every part, in plan order
 * @param measures its measures
 * @param milestones its milestones
 * @param published what the organisation published, or null
 * @param override a person's status that holds on the day, or null
 */
public record ObjectiveAssessment(Objective objective, @Nullable Status computed, List<Reason> because,
		List<MeasureAssessment> measures, List<MilestoneAssessment> milestones, @Nullable PublishedPosition published,
		@Nullable StatusOverride override) {

	public ObjectiveAssessment {
		because = List.copyOf(because);
		measures = List.copyOf(measures);
		milestones = List.copyOf(milestones);
	}

	/** The status that holds: a person's while one is set, otherwise the computed one. */
	public @Nullable Status status() {
		return (this.override != null) ? this.override.status() : this.computed;
	}

	/** Whether published and computed are the same; true when nothing was published. */
	public boolean agrees() {
		return this.published == null || this.published.status() == this.computed;
	}

}

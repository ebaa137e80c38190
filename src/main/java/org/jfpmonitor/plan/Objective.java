package org.jfpmonitor.plan;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jspecify.annotations.Nullable;

/**
 * One objective of the plan with the parts it is judged by.
 *
 * @param code as published
 * @param ambition the number of the ambition it belongs to
 * @param title as published
 * @param shortTitle a few words for tables and mail subjects
 * @param success the published text of how its success will be known
 * @param owner who is told of a change; null when nobody is named, and then the office is
 * told
 * @param due the final date, or null when the plan gives none
 * @param measures the measures it is judged by, in plan order
 * @param milestones its dated deliverables, in plan order
 * @param retired since when and why it no longer applies, or null
 */
public record Objective(ObjectiveCode code, String ambition, String title, String shortTitle, String success,
		@Nullable EmailAddress owner, @Nullable LocalDate due, List<Measure> measures, List<Milestone> milestones,
		@Nullable Retirement retired) {

	public Objective {
		measures = List.copyOf(measures);
		milestones = List.copyOf(milestones);
	}

	/**
	 * The plan's own decision that an objective no longer applies.
	 *
	 * @param from the first day on which it does not apply
	 * @param reason as published
	 */
	public record Retirement(LocalDate from, String reason) {

	}

}

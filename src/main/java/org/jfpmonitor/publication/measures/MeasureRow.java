package org.jfpmonitor.publication.measures;

import java.util.List;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.page.MeasureSummary;
import org.jspecify.annotations.Nullable;

/**
 * One measure at a glance, with the objective that is judged by it.
 *
 * @param objective the code of the objective
 * @param ambition the number of its ambition
 * @param title the full title of the measure
 * @param summary all else in one row
 * @param owner who is told of a change, or null
 * @param warned whether it gives early warning
 */
public record MeasureRow(ObjectiveCode objective, String ambition, String title, MeasureSummary summary,
		@Nullable String owner, boolean warned) {

	/** Every measure of the plan, in its order. */
	public static List<MeasureRow> all(PlanAssessment now) {
		return now.objectives()
			.stream()
			.flatMap((objective) -> objective.measures().stream().map((measure) -> of(objective, measure)))
			.toList();
	}

	private static MeasureRow of(ObjectiveAssessment whole, MeasureAssessment measure) {
		Objective objective = whole.objective();
		return new MeasureRow(objective.code(), objective.ambition(), measure.measure().title(),
				MeasureSummary.of(measure), (objective.owner() != null) ? objective.owner().value() : null,
				!Phrasing.warning(measure).isEmpty());
	}

}

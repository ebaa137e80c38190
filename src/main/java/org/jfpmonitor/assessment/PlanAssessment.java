package org.jfpmonitor.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;

/**
 * Where the whole plan stands as of a day, as known on a day.
 *
 * @param plan the version of the plan that was used
 * @param asOf the day it speaks of
 * @param knownOn the day whose knowledge it uses, to its end in London
 * @param objectives one for each objective, in plan order
 */
public record PlanAssessment(PlanVersion plan, LocalDate asOf, LocalDate knownOn,
		List<ObjectiveAssessment> objectives) {

	public PlanAssessment {
		objectives = List.copyOf(objectives);
	}

	public Optional<ObjectiveAssessment> objective(ObjectiveCode code) {
		return this.objectives.stream().filter((each) -> each.objective().code().equals(code)).findFirst();
	}

	/** The measure, where an objective is judged by it. */
	public Optional<MeasureAssessment> measure(MeasureId id) {
		return this.objectives.stream()
			.flatMap((each) -> each.measures().stream())
			.filter((each) -> each.measure().id().equals(id))
			.findFirst();
	}

}

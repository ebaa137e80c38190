package org.jfpmonitor.assessment.rule;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;

/** The judgement of a whole plan: a plain function of the plan and what is known. */
public final class Assessor {

	private Assessor() {
	}

	/**
	 * Where the plan stands as of a day, as known to the end of a day in London.
	 * @param version the plan in force on {@code knownOn}
	 */
	public static PlanAssessment assess(PlanVersion version, AssessmentInput input, LocalDate asOf, LocalDate knownOn) {
		Plan plan = version.plan();
		MeasureAssessor measures = new MeasureAssessor(plan, input, asOf, knownOn);
		List<ObjectiveAssessment> objectives = plan.objectives()
			.stream()
			.map((objective) -> assess(objective, measures, input, asOf, knownOn))
			.toList();
		return new PlanAssessment(version, asOf, knownOn, objectives);
	}

	private static ObjectiveAssessment assess(Objective objective, MeasureAssessor assessor, AssessmentInput input,
			LocalDate asOf, LocalDate knownOn) {
		List<MeasureAssessment> measures = objective.measures().stream().map(assessor::assess).toList();
		List<MilestoneAssessment> milestones = objective.milestones()
			.stream()
			.map((milestone) -> MilestoneAssessor.assess(milestone,
					input.reports().milestone(milestone.id(), asOf, knownOn).orElse(null), asOf))
			.toList();
		return new ObjectiveAssessment(RollUp.of(objective, measures, milestones, asOf), measures, milestones,
				input.reports().position(objective.code(), asOf, knownOn).orElse(null),
				input.reports().override(objective.code(), asOf, knownOn).orElse(null));
	}

}

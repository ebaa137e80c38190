package org.jfpmonitor.assessment.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.assessment.Rule;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;

/**
 * How the parts of an objective become its status: the worst assessed part decides, in
 * the order of {@link Status}; Completed needs every part.
 */
public final class RollUp {

	private RollUp() {
	}

	/** The reason whose {@link Reason#therefore()} is the objective's computed status. */
	public static Reason of(Objective objective, List<MeasureAssessment> measures, List<MilestoneAssessment> milestones,
			LocalDate asOf) {
		Objective.Retirement retired = objective.retired();
		if (retired != null && !retired.from().isAfter(asOf)) {
			return Because.of(Rule.RETIRED, objective)
				.other(retired.from())
				.note(retired.reason())
				.therefore(Status.NO_LONGER_APPLICABLE);
		}
		return ofParts(objective,
				Stream
					.concat(measures.stream().map(MeasureAssessment::reason),
							milestones.stream().map(MilestoneAssessment::reason))
					.toList());
	}

	private static Reason ofParts(Objective objective, List<Reason> parts) {
		List<Reason> assessed = parts.stream().filter((part) -> part.therefore() != null).toList();
		List<Reason> unassessed = parts.stream().filter((part) -> part.therefore() == null).toList();
		if (assessed.isEmpty()) {
			return by(Rule.NOTHING_ASSESSED, objective, parts, unassessed, unassessed).therefore(null);
		}
		Status worst = assessed.stream()
			.map((part) -> Objects.requireNonNull(part.therefore()))
			.sorted()
			.findFirst()
			.orElseThrow();
		List<Reason> lacking = unassessed.stream().filter((part) -> !part.rule().waitsForThePlan()).toList();
		if (!worst.isAdverse() && !lacking.isEmpty()) {
			return by(Rule.DATA_MISSING, objective, parts, unassessed, lacking).therefore(null);
		}
		if (worst != Status.COMPLETED) {
			List<Reason> deciding = assessed.stream().filter((part) -> part.therefore() == worst).toList();
			return by(Rule.WORST_OF_PARTS, objective, parts, unassessed, deciding).therefore(worst);
		}
		return unassessed.isEmpty()
				? by(Rule.ALL_PARTS_COMPLETED, objective, parts, unassessed, parts).therefore(Status.COMPLETED)
				: by(Rule.COMPLETED_SO_FAR, objective, parts, unassessed, unassessed).therefore(Status.ON_TRACK);
	}

	private static Because by(Rule rule, Objective objective, List<Reason> parts, List<Reason> unassessed,
			List<Reason> named) {
		return Because.of(rule, objective)
			.count(unassessed.size(), parts.size())
			.names(named.stream().map(Reason::subject).toList());
	}

}

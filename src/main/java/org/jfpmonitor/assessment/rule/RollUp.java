package org.jfpmonitor.assessment.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.reason.ObjectiveReason;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.reason.UnassessedReason;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;

/**
 * How the parts of an objective become its status: the worst assessed part decides, in
 * the order of {@link Status}; Completed needs every part.
 */
final class RollUp {

	private RollUp() {
	}

	/** The reason whose {@link Reason#therefore()} is the objective's computed status. */
	static ObjectiveReason of(Objective objective, List<MeasureAssessment> measures,
			List<MilestoneAssessment> milestones, LocalDate asOf) {
		Objective.Retirement retired = objective.retired();
		if (retired != null && !retired.from().isAfter(asOf)) {
			return new ObjectiveReason.Retired(objective, retired.from(), retired.reason());
		}
		return ofParts(objective,
				Stream
					.<Reason>concat(measures.stream().map(MeasureAssessment::reason),
							milestones.stream().map(MilestoneAssessment::reason))
					.toList());
	}

	private static ObjectiveReason ofParts(Objective objective, List<Reason> parts) {
		List<Reason> assessed = parts.stream().filter((part) -> part.therefore() != null).toList();
		List<Reason> unassessed = parts.stream().filter((part) -> part.therefore() == null).toList();
		if (assessed.isEmpty()) {
			return new ObjectiveReason.NothingAssessed(objective, titles(parts));
		}
		Status worst = assessed.stream()
			.map((part) -> Objects.requireNonNull(part.therefore()))
			.sorted()
			.findFirst()
			.orElseThrow();
		List<Reason> lacking = unassessed.stream().filter((part) -> !waitsForThePlan(part)).toList();
		if (!worst.isAdverse() && !lacking.isEmpty()) {
			return new ObjectiveReason.DataMissing(objective, parts.size(), unassessed.size(), titles(lacking));
		}
		if (worst != Status.COMPLETED) {
			List<Reason> deciding = assessed.stream().filter((part) -> part.therefore() == worst).toList();
			return new ObjectiveReason.WorstOfParts(objective, worst, parts.size(), unassessed.size(),
					titles(deciding));
		}
		return unassessed.isEmpty() ? new ObjectiveReason.AllPartsCompleted(objective, titles(parts))
				: new ObjectiveReason.CompletedSoFar(objective, parts.size(), titles(unassessed));
	}

	private static boolean waitsForThePlan(Reason part) {
		return part instanceof UnassessedReason reason && reason.waitsForThePlan();
	}

	private static List<String> titles(List<Reason> parts) {
		return parts.stream().map(Reason::subject).toList();
	}

}

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
		if (assessed.isEmpty()) {
			return new ObjectiveReason.NothingAssessed(objective, parts);
		}
		Status worst = assessed.stream()
			.map((part) -> Objects.requireNonNull(part.therefore()))
			.sorted()
			.findFirst()
			.orElseThrow();
		if (!worst.isAdverse() && parts.stream().anyMatch(RollUp::lacksData)) {
			return new ObjectiveReason.DataMissing(objective, parts);
		}
		if (worst != Status.COMPLETED) {
			return new ObjectiveReason.WorstOfParts(objective, worst, parts);
		}
		return (assessed.size() == parts.size()) ? new ObjectiveReason.AllPartsCompleted(objective, parts)
				: new ObjectiveReason.CompletedSoFar(objective, parts);
	}

	private static boolean lacksData(Reason part) {
		return part instanceof UnassessedReason reason && !reason.waitsForThePlan();
	}

}

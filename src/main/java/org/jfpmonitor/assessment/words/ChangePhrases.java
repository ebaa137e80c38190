package org.jfpmonitor.assessment.words;

import java.util.Objects;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.progress.StatusOverride;

/** What changed between two runs, in words for mails and the board. */
final class ChangePhrases {

	private ChangePhrases() {
	}

	static String sentence(Change change) {
		Objective objective = change.now().objective();
		String name = objective.code() + " " + objective.shortTitle();
		String moved = " from " + Phrasing.status(change.from()) + " to " + Phrasing.status(change.to());
		return switch (change.kind()) {
			case STATUS_CHANGE, RECOVERY -> {
				StatusOverride override = change.now().override();
				yield name + ((override != null) ? " " + Phrasing.setManually(override) : " moved" + moved + ".");
			}
			case RESTATEMENT -> name + " as of " + Phrasing.day(change.asOf()) + " moved" + moved
					+ ", because figures or reports were restated.";
			case EARLY_WARNING -> name + ": early warning. " + Phrasing.warning(measure(change));
			case DATA_OVERDUE -> name + ": a figure is overdue. " + measure(change).reason().statement();
			case OVERRIDE_LAPSING ->
				name + ": the status set manually ends soon. " + Phrasing.override(overrideOf(change.now()));
		};
	}

	private static MeasureAssessment measure(Change change) {
		return change.now()
			.measures()
			.stream()
			.filter((each) -> each.measure().id().equals(change.measure()))
			.findFirst()
			.orElseThrow();
	}

	private static StatusOverride overrideOf(ObjectiveAssessment objective) {
		return Objects.requireNonNull(objective.override());
	}

}

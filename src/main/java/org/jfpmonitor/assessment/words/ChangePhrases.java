package org.jfpmonitor.assessment.words;

import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan.PlanWords;
import org.jfpmonitor.progress.StatusOverride;

/** What changed between two runs, in words for mails and the board. */
final class ChangePhrases {

	private ChangePhrases() {
	}

	static String sentence(Change change, PlanWords words) {
		Objective objective = change.now().objective();
		String name = objective.code() + " " + objective.shortTitle();
		String moved = " from " + words.status(change.from()) + " to " + words.status(change.to());
		return switch (change.kind()) {
			case STATUS_CHANGE, RECOVERY -> name + statusMoved(change, moved, words);
			case RESTATEMENT -> name + " as of " + Phrasing.day(change.asOf())
					+ ((change.now().override() != null) ? " would have moved" : " moved") + moved
					+ ", because figures or reports were restated or withdrawn since the run before"
					+ Optional.ofNullable(change.now().override())
						.map((set) -> "; that day it was " + words.status(set.status()) + ", set manually")
						.orElse("")
					+ "." + " Charts mark the figures that were restated and the periods that have none.";
			case EARLY_WARNING -> name + ": early warning. " + Phrasing.warning(measure(change));
			case DATA_OVERDUE -> name + ": a figure is overdue. " + measure(change).reason().statement();
			case OVERRIDE_LAPSING -> name + ": the status set manually ends soon; the computed one is "
					+ words.status(change.now().computed()) + ". " + Phrasing.override(overrideOf(change.now()));
		};
	}

	/** What a person set or ended is never said as if figures had moved the status. */
	private static String statusMoved(Change change, String moved, PlanWords words) {
		StatusOverride override = change.now().override();
		if (override != null) {
			return " " + Phrasing.setManually(override, change.now().computed(), words);
		}
		StatusOverride ended = change.ended();
		if (ended != null) {
			return ": the status set manually ended; it is now " + words.status(change.to()) + ", as computed. "
					+ Phrasing.override(ended)
					+ (ended.revocations().isEmpty() ? " Nobody revoked it: it ended after its last day." : "");
		}
		return " moved" + moved + ".";
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

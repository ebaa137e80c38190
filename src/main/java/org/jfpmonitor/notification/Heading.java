package org.jfpmonitor.notification;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.plan.Status;

/** The sections of a mail, in their order. */
enum Heading {

	CHANGED("Changed status"), RECOVERED("Recovered"), COMPLETED("Completed"), EARLY_WARNING("Early warnings"),
	RESTATED("Past status changed by a restatement"), OVERDUE("Figures overdue"), LAPSING("Overrides about to end"),
	REFUSED("Files and lines refused"), STILL_BEHIND("Still underperforming or delayed"),
	TOLD("What changed, and who was told"), CAME_IN("What came in");

	private final String words;

	Heading(String words) {
		this.words = words;
	}

	static Heading of(Change change) {
		return switch (change.kind()) {
			case STATUS_CHANGE -> CHANGED;
			case RECOVERY -> (change.to() == Status.COMPLETED) ? COMPLETED : RECOVERED;
			case EARLY_WARNING -> EARLY_WARNING;
			case RESTATEMENT -> RESTATED;
			case DATA_OVERDUE -> OVERDUE;
			case OVERRIDE_LAPSING -> LAPSING;
		};
	}

	String words() {
		return this.words;
	}

	/** Whether it belongs to the summary of a run, which the office gets. */
	boolean isSummary() {
		return this == TOLD || this == CAME_IN;
	}

}

package org.jfpmonitor.notification.digest;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.plan.Status;

/** The sections of a mail, in their order. */
public enum DigestSection {

	NEW_EDITION("A new edition of the plan"), CHANGED("Changed status"), RECOVERED("Recovered"), COMPLETED("Completed"),
	EARLY_WARNING("Early warnings"), RESTATED("Past status changed by a restatement"), OVERDUE("Figures overdue"),
	LAPSING("Statuses set manually that end soon"), REFUSED("Files and lines refused"),
	REPORT_DUE("Comments due for the report"), STILL_BEHIND("Still underperforming or delayed"),
	TOLD("What changed, and who was told"), CAME_IN("What came in");

	private final String words;

	DigestSection(String words) {
		this.words = words;
	}

	static DigestSection of(Change change) {
		return switch (change.kind()) {
			case STATUS_CHANGE -> CHANGED;
			case RECOVERY -> ChangeItems.isByPerson(change) ? CHANGED
					: (change.to() == Status.COMPLETED) ? COMPLETED : isOnlySilent(change) ? CHANGED : RECOVERED;
			case EARLY_WARNING -> EARLY_WARNING;
			case RESTATEMENT -> RESTATED;
			case DATA_OVERDUE -> OVERDUE;
			case OVERRIDE_LAPSING -> LAPSING;
		};
	}

	/** Whether the better status may rest on nothing but a figure that has not come. */
	private static boolean isOnlySilent(Change change) {
		return change.now().measures().stream().anyMatch((measure) -> switch (measure.reason().rule()) {
			case FIGURE_OVERDUE, FIGURE_WITHHELD, FIGURE_NOT_SUBMITTED, FIGURE_WITHDRAWN, ORGANISATION_MISSING,
					PERIODS_MISSING, ORGANISATION_CLOSED ->
				true;
			default -> false;
		});
	}

	public String words() {
		return this.words;
	}

	/** Whether it belongs to the summary of a run, which the office gets. */
	public boolean isSummary() {
		return this == TOLD || this == CAME_IN;
	}

}

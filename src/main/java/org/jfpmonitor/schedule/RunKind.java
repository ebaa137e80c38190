package org.jfpmonitor.schedule;

import java.util.Locale;

/** What made a run start. */
public enum RunKind {

	/** The timetable, or the {@code nightly} command. */
	NIGHTLY,
	/** The {@code import} command. */
	IMPORT,
	/** A file found in the inbox between two nights. */
	INBOX,
	/** A file sent over HTTP. */
	UPLOAD,
	/** A status set manually, or revoked. */
	OVERRIDE,
	/** A report that was approved. */
	APPROVAL,
	/** A plan that was found edited at the start. */
	PLAN,
	/** The replay of the demonstration's extracts. */
	DEMONSTRATION;

	/** Whether such a run looks through the inbox. */
	boolean takesTheInbox() {
		return switch (this) {
			case NIGHTLY, INBOX, UPLOAD -> true;
			case IMPORT, OVERRIDE, APPROVAL, PLAN, DEMONSTRATION -> false;
		};
	}

	/** As a list of runs names it. */
	public String inWords() {
		return switch (this) {
			case NIGHTLY -> "Nightly run";
			case IMPORT -> "Import at a shell";
			case INBOX -> "Look into the inbox";
			case UPLOAD -> "Files sent by people";
			case OVERRIDE -> "Status set manually or revoked";
			case APPROVAL -> "Report approved";
			case PLAN -> "Plan edited";
			case DEMONSTRATION -> "Replay of the demonstration";
		};
	}

	/** The kind that the store keeps by the word. */
	static RunKind coded(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

	/** The word kept in the store: {@code nightly}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}

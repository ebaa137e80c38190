package org.jfpmonitor.progress;

import org.jfpmonitor.calendar.Period;

/**
 * Refuses an override because another one of the same objective already holds on one of
 * its days.
 */
public final class OverlappingOverride extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** The message names both overrides' days. */
	OverlappingOverride(StatusOverride wanted, StatusOverride existing) {
		super("Objective " + wanted.objective() + " already has a status set manually from " + days(existing) + " by "
				+ existing.author() + "; found one from " + days(wanted) + ". Choose days that do not overlap.");
	}

	private static String days(StatusOverride override) {
		return Period.day(override.from()).inWords() + " to " + Period.day(override.until()).inWords();
	}

}

package org.jfpmonitor.progress;

/**
 * Refuses an override because another one of the same objective already holds on one of
 * its days.
 */
public final class OverlappingOverride extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** The message names both overrides' days. */
	OverlappingOverride(StatusOverride wanted, StatusOverride existing) {
		super("Objective " + wanted.objective() + " already has an override from " + existing.from() + " to "
				+ existing.until() + " by " + existing.author() + "; found one from " + wanted.from() + " to "
				+ wanted.until() + ". Choose days that do not overlap.");
	}

}

package org.jfpmonitor.intake;

/**
 * The files with which runs are not done, each counted at the step that comes next.
 *
 * @param toRead how many are neither read ahead nor published
 * @param toPublish how many were read ahead
 * @param toFileAway how many are published and not in their place
 */
public record WaitingFiles(long toRead, long toPublish, long toFileAway) {

	/** Runs are done with all that they received. */
	public static final WaitingFiles NONE = new WaitingFiles(0, 0, 0);

}

package org.jfpmonitor.progress;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a file, and whether they may speak for the organisation in it: say what it
 * has published, and set and revoke statuses.
 *
 * @param name who signed in to send it, or null for the owner of the data folder
 * @param speaksForOrganisation whether positions and overrides are taken from them
 */
public record Sender(@Nullable String name, boolean speaksForOrganisation) {

	/**
	 * Whoever may write to the data folder or run commands on it: that person can change
	 * the settings as well, so is asked for nothing more.
	 */
	public static final Sender OWNER_OF_THE_FOLDER = new Sender(null, true);

}

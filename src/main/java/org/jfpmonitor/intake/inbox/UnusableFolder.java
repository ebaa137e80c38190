package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder that the service needs can be neither found nor made, so it does not start.
 */
final class UnusableFolder extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnusableFolder(Path folder, IOException cause) {
		super("Expected a folder at %s, or the room and the permission to make one; found %s.".formatted(folder,
				FileTrouble.inWords(cause)), cause);
	}

}

package org.jfpmonitor.intake.inbox;

import java.io.IOException;

/**
 * An upload for which the inbox had no room, or that broke off. Nothing of it is kept;
 * the message says what was found and what to do.
 */
public final class UploadNotKept extends IOException {

	private static final long serialVersionUID = 1L;

	UploadNotKept(String fileName, IOException cause) {
		super("%s: expected room in the inbox and an upload that comes to its end, found %s. Nothing of it was kept; mend that and send it again."
			.formatted(fileName, FileTrouble.inWords(cause)), cause);
	}

}

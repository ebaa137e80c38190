package org.jfpmonitor.intake.inbox;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * A folder that the service needs can be neither found nor made, so it does not start.
 */
final class UnusableFolder extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnusableFolder(Path folder, IOException cause) {
		super("Expected a folder at %s, or the room and the permission to make one; found %s.".formatted(folder,
				FileTrouble.inWords(cause)), cause);
	}

	/** Shows an {@link UnusableFolder} as plain words in place of a stack trace. */
	static final class Analyzer extends AbstractFailureAnalyzer<UnusableFolder> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, UnusableFolder cause) {
			return new FailureAnalysis(cause.getMessage(),
					"Make that folder writable for this user, or name another place with jfp.data.", cause);
		}

	}

}

package org.jfpmonitor.intake.inbox;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an {@link UnusableFolder} as plain words in place of a stack trace. */
public final class UnusableFolderAnalyzer extends AbstractFailureAnalyzer<UnusableFolder> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnusableFolder cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Make that folder writable for this user, or name another place with jfp.data.", cause);
	}

}

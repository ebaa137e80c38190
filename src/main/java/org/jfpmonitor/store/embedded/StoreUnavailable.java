package org.jfpmonitor.store.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The database cannot be used. Says what was expected and found where, and what to do
 * about it, in words for whoever starts the service.
 */
class StoreUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	StoreUnavailable(String description, String action) {
		super(description);
		this.action = action;
	}

	StoreUnavailable(String description, String action, Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	public String action() {
		return this.action;
	}

	/** Shows a {@link StoreUnavailable} as plain words in place of a stack trace. */
	static final class Analyzer extends AbstractFailureAnalyzer<StoreUnavailable> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, StoreUnavailable cause) {
			return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
		}

	}

}

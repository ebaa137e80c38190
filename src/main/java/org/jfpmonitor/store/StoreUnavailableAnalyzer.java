package org.jfpmonitor.store;

import org.jfpmonitor.store.embedded.StoreUnavailable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a {@link StoreUnavailable} as plain words in place of a stack trace. */
final class StoreUnavailableAnalyzer extends AbstractFailureAnalyzer<StoreUnavailable> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, StoreUnavailable cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}

package org.jfpmonitor.access.settings;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists what is wrong with the settings for access in place of a stack trace. */
final class FaultyAccessSettingsAnalyzer extends AbstractFailureAnalyzer<FaultyAccessSettings> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FaultyAccessSettings cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Correct the settings named above; docs/operating.md says who may do what. The command \"check\" lists"
						+ " all faults again without starting the service.",
				cause);
	}

}

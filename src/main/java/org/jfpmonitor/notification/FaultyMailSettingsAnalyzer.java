package org.jfpmonitor.notification;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lists what is wrong with the settings for mail in place of a stack trace. */
final class FaultyMailSettingsAnalyzer extends AbstractFailureAnalyzer<FaultyMailSettings> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FaultyMailSettings cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Correct the settings named above; docs/mail.md has an example for NHSmail. The command \"check\" lists"
						+ " all faults again without starting the service.",
				cause);
	}

}

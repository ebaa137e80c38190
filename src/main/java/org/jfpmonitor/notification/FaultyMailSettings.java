package org.jfpmonitor.notification;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The settings for mail have faults, so the service does not start. */
final class FaultyMailSettings extends RuntimeException implements ExitCodeGenerator {

	private static final long serialVersionUID = 1L;

	private static final int BROKEN_CONFIGURATION = 2;

	FaultyMailSettings(List<String> faults) {
		super(String.join("\n\n", faults));
	}

	@Override
	public int getExitCode() {
		return BROKEN_CONFIGURATION;
	}

	/** Lists what is wrong with the settings for mail in place of a stack trace. */
	static final class Analyzer extends AbstractFailureAnalyzer<FaultyMailSettings> {

		@Override
		protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FaultyMailSettings cause) {
			return new FailureAnalysis(String.valueOf(cause.getMessage()),
					"Correct the settings named above; docs/mail.md has an example for NHSmail. The command \"check\" lists"
							+ " all faults again without starting the service.",
					cause);
		}

	}

}

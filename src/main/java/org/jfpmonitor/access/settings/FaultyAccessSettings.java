package org.jfpmonitor.access.settings;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The settings would let in more people than somebody meant, so the service does not
 * start.
 */
public final class FaultyAccessSettings extends RuntimeException implements ExitCodeGenerator {

	private static final long serialVersionUID = 1L;

	private static final int BROKEN_CONFIGURATION = 2;

	public FaultyAccessSettings(List<String> faults) {
		super(String.join("\n\n", faults));
	}

	@Override
	public int getExitCode() {
		return BROKEN_CONFIGURATION;
	}

	/** Lists what is wrong with the settings for access in place of a stack trace. */
	static final class Analyzer extends AbstractFailureAnalyzer<FaultyAccessSettings> {

		@Override
		protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FaultyAccessSettings cause) {
			return new FailureAnalysis(String.valueOf(cause.getMessage()),
					"Correct the settings named above; docs/operating.md says who may do what. The command \"check\" lists"
							+ " all faults again without starting the service.",
					cause);
		}

	}

}

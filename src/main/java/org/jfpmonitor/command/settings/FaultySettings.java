package org.jfpmonitor.command.settings;

import java.util.List;

import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The settings have faults, so the program does not start. */
final class FaultySettings extends RuntimeException implements ExitCodeGenerator {

	private static final long serialVersionUID = 1L;

	private static final int BROKEN_CONFIGURATION = 2;

	FaultySettings(List<String> faults) {
		super(String.join("\n\n", faults));
	}

	/** Exit code 2: broken configuration. */
	@Override
	public int getExitCode() {
		return BROKEN_CONFIGURATION;
	}

	/** Lists what is wrong with the settings in place of a stack trace. */
	static final class Analyzer extends AbstractFailureAnalyzer<FaultySettings> {

		@Override
		protected FailureAnalysis analyze(Throwable rootFailure, FaultySettings cause) {
			return new FailureAnalysis(cause.getMessage(),
					"Correct the settings named above; docs/operating.md says what each means, docs/mail.md those for mail."
							+ " The command \"check\" lists all faults again without starting the service.",
					cause);
		}

	}

}

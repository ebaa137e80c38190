package org.jfpmonitor.command.settings;

import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says where a file of settings is no YAML, in place of a stack trace. The line itself is
 * not quoted: it may hold a secret.
 */
final class UnreadableYamlAnalyzer extends AbstractFailureAnalyzer<YAMLException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, YAMLException cause) {
		return new FailureAnalysis(
				"Expected YAML in " + settings() + ", or in a file that it imports, found none" + where(cause) + ".",
				"Correct the line named above or the one before it; the command \"check\" reads the"
						+ " settings again without starting the service.",
				cause);
	}

	/** The package, the image and others say in the environment where they are. */
	private static String settings() {
		String location = System.getenv("SPRING_CONFIG_LOCATION");
		return (location != null) ? "application.yaml of " + location : "config/application.yaml";
	}

	private static String where(YAMLException cause) {
		if (cause instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
			return " at line " + (marked.getProblemMark().getLine() + 1) + ", column "
					+ (marked.getProblemMark().getColumn() + 1) + ": " + marked.getProblem();
		}
		return "";
	}

}

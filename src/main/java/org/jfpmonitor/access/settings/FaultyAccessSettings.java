package org.jfpmonitor.access.settings;

import java.util.List;

import org.springframework.boot.ExitCodeGenerator;

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

}

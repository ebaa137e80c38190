package org.jfpmonitor.notification;

import java.util.List;

import org.springframework.boot.ExitCodeGenerator;

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

}

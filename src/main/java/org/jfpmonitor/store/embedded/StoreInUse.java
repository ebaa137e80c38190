package org.jfpmonitor.store.embedded;

import org.springframework.boot.ExitCodeGenerator;

/**
 * Another process holds the folder of the embedded database. It passes when that process
 * ends.
 */
public final class StoreInUse extends StoreUnavailable implements ExitCodeGenerator {

	private static final long serialVersionUID = 1L;

	private static final int CUT_OFF = 3;

	StoreInUse(String description, String action) {
		super(description, action);
	}

	/** Exit code 3: something that passes is in the way. */
	@Override
	public int getExitCode() {
		return CUT_OFF;
	}

}

package org.jfpmonitor.store.embedded;

import org.springframework.boot.ExitCodeGenerator;

/**
 * The database cannot be used, and may be a little later, without a change of settings.
 */
class StoreUnavailableForNow extends StoreUnavailable implements ExitCodeGenerator {

	private static final long serialVersionUID = 1L;

	private static final int CUT_OFF = 3;

	StoreUnavailableForNow(String description, String action) {
		super(description, action);
	}

	/** Exit code 3: something that passes is in the way. */
	@Override
	public int getExitCode() {
		return CUT_OFF;
	}

}

package org.jfpmonitor.store.embedded;

import org.springframework.boot.ExitCodeGenerator;

/** The disk of the embedded database has no room. It passes when somebody makes some. */
final class StoreFull extends StoreUnavailable implements ExitCodeGenerator {

	private static final long serialVersionUID = 1L;

	private static final int CUT_OFF = 3;

	StoreFull(String description, String action) {
		super(description, action);
	}

	/** Exit code 3: something that passes is in the way. */
	@Override
	public int getExitCode() {
		return CUT_OFF;
	}

}

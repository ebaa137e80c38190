package org.jfpmonitor.store.backup;

/** A backup cannot be written or restored; the message says why and what to do. */
public final class BackupRefused extends Exception {

	private static final long serialVersionUID = 1L;

	BackupRefused(String message) {
		super(message);
	}

}

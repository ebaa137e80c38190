package org.jfpmonitor.store.embedded;

/**
 * Another process holds the folder of the embedded database. It passes when that process
 * ends.
 */
public final class StoreInUse extends StoreUnavailableForNow {

	private static final long serialVersionUID = 1L;

	StoreInUse(String description, String action) {
		super(description, action);
	}

}

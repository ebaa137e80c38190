package org.jfpmonitor.store;

/** Another process holds the folder of the embedded database. */
final class StoreInUse extends StoreUnavailable {

	private static final long serialVersionUID = 1L;

	StoreInUse(String description, String action) {
		super(description, action);
	}

}

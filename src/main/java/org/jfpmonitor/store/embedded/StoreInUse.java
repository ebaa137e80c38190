package org.jfpmonitor.store.embedded;

/** Another process holds the folder of the embedded database. */
public final class StoreInUse extends StoreUnavailable {

	private static final long serialVersionUID = 1L;

	StoreInUse(String description, String action) {
		super(description, action);
	}

}

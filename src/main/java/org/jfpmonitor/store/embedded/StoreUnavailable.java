package org.jfpmonitor.store.embedded;

/**
 * The database cannot be used. Says what was expected and found where, and what to do
 * about it, in words for whoever starts the service.
 */
public class StoreUnavailable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String action;

	StoreUnavailable(String description, String action) {
		super(description);
		this.action = action;
	}

	StoreUnavailable(String description, String action, Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	public String action() {
		return this.action;
	}

}

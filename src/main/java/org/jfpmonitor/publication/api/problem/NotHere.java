package org.jfpmonitor.publication.api.problem;

/**
 * Something asked for by its name or number does not exist; the message says what would.
 */
public final class NotHere extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public NotHere(String message) {
		super(message);
	}

}

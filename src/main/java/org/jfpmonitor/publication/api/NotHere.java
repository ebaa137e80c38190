package org.jfpmonitor.publication.api;

/**
 * Something asked for by its name or number does not exist; the message says what would.
 */
final class NotHere extends RuntimeException {

	private static final long serialVersionUID = 1L;

	NotHere(String message) {
		super(message);
	}

}

package org.jfpmonitor.publication.api;

/**
 * Something asked for does not fit how things stand; the message says how they do.
 */
final class OutOfTurn extends RuntimeException {

	private static final long serialVersionUID = 1L;

	OutOfTurn(String message) {
		super(message);
	}

}

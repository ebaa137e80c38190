package org.jfpmonitor.publication.api.problem;

/**
 * Something asked for does not fit how things stand; the message says how they do.
 */
public final class OutOfTurn extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public OutOfTurn(String message) {
		super(message);
	}

}

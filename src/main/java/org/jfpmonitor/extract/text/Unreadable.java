package org.jfpmonitor.extract.text;

/**
 * Refuses a file that cannot be read at all. The message says what was expected, what was
 * found, where, and what to do.
 */
public final class Unreadable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** With what was expected, found, where, and what to do. */
	public Unreadable(String message) {
		super(message);
	}

	/** The same, with what went wrong. */
	public Unreadable(String message, Throwable cause) {
		super(message, cause);
	}

}

package org.jfpmonitor.extract.text;

/**
 * Refuses a file that cannot be read as CSV at all. The message says what was expected,
 * what was found, where, and what to do.
 */
public final class Unreadable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	Unreadable(String message) {
		super(message);
	}

	Unreadable(String message, Throwable cause) {
		super(message, cause);
	}

}

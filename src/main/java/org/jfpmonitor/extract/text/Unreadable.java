package org.jfpmonitor.extract.text;

import org.springframework.util.StringUtils;

/**
 * Refuses a file that cannot be read at all. The message says what was expected, what was
 * found, where, and what to do.
 */
public final class Unreadable extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String withoutLine;

	/** With what was expected, found, where, and what to do. */
	public Unreadable(String message) {
		this(message, message);
	}

	private Unreadable(String message, String withoutLine) {
		super(message);
		this.withoutLine = withoutLine;
	}

	/**
	 * The same about one line.
	 * @param message beginning with a small letter
	 */
	static Unreadable ofLine(long line, String message) {
		return new Unreadable("Line " + line + ": " + message, message);
	}

	/** The same, with what went wrong. */
	public Unreadable(String message, Throwable cause) {
		super(message, cause);
		this.withoutLine = message;
	}

	/** The same, without the number of the line: it tells how many lines there are. */
	public Unreadable withoutLine() {
		return new Unreadable(StringUtils.capitalize(this.withoutLine));
	}

}

package org.jfpmonitor.plan.yaml;

import java.nio.file.Path;

/**
 * One mistake in a configuration file.
 *
 * @param file the file it is in
 * @param line the line, counted from 1; 0 when it concerns the file as a whole
 * @param column the column, counted from 1; 0 when it concerns the file as a whole
 * @param message where inside the file, what was expected, what was found and what to
 * write instead
 */
public record Fault(Path file, int line, int column, String message) {

	/** A fault of the file as a whole. */
	public static Fault of(Path file, String message) {
		return new Fault(file, 0, 0, message);
	}

	/**
	 * {@code config/plan/ambition-6.yaml:41:7: objective 6b: expected ..., found ...}.
	 */
	@Override
	public String toString() {
		return this.file + ((this.line > 0) ? ":" + this.line + ":" + this.column : "") + ": " + this.message;
	}

}

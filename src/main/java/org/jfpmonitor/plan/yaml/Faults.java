package org.jfpmonitor.plan.yaml;

import java.nio.file.Path;

/** Whoever takes down what is wrong in a file. */
@FunctionalInterface
public interface Faults {

	/**
	 * Takes down one fault.
	 * @param file the file
	 * @param line the line, counted from 1; 0 for the file as a whole
	 * @param message expected, found, what to write instead
	 */
	void add(Path file, int line, String message);

}

package org.jfpmonitor.intake;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.jfpmonitor.intake.extract.Extract;
import org.jfpmonitor.intake.extract.ReadingContext;

/** How a file becomes an extract. */
@FunctionalInterface
interface Reading {

	/**
	 * Reads the whole file.
	 * @throws org.jfpmonitor.intake.extract.ExtractRefused when nothing of it can be
	 * taken
	 */
	Extract read(Path file, String fileName, ReadingContext context, Consumer<Reject> rejects);

}

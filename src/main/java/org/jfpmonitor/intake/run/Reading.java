package org.jfpmonitor.intake.run;

import java.nio.file.Path;
import java.util.function.Consumer;

import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;

/** How a file becomes an extract. */
@FunctionalInterface
public interface Reading {

	/**
	 * Reads the whole file.
	 * @throws org.jfpmonitor.extract.result.ExtractRefused when nothing of it can be
	 * taken
	 */
	Extract read(Path file, String fileName, ReadingContext context, Consumer<Reject> rejects);

}

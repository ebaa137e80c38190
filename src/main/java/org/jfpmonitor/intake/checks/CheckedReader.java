package org.jfpmonitor.intake.checks;

import org.jfpmonitor.intake.checks.held.StoredFigures;
import java.nio.file.Path;
import java.util.function.Consumer;

import org.jfpmonitor.extract.result.Extract;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.ReadingContext;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.intake.delivery.DeliveryLog;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.organisation.Organisations;

import org.springframework.stereotype.Component;

/**
 * Reads a file and judges what it says beside what was held on the day it arrived: what a
 * trial and an import both begin with. Stores nothing.
 */
@Component
public class CheckedReader {

	private final Observations observations;

	private final DeliveryLog deliveries;

	private final Organisations register;

	CheckedReader(Observations observations, DeliveryLog deliveries, Organisations register) {
		this.register = register;
		this.observations = observations;
		this.deliveries = deliveries;
	}

	/**
	 * What of the file may be published, and what to look at.
	 * @param rejects takes each line that is refused
	 * @throws ExtractRefused when nothing of it can be taken
	 */
	public CheckedExtract read(ExtractParser parser, Path file, String fileName, ReadingContext context,
			Consumer<Reject> rejects) {
		Extract extract = parser.read(file, fileName, context, rejects);
		return HeldFigureChecks.check(extract, context.plan(), this.register,
				new StoredFigures(this.observations, this.deliveries, context.arrivedOn()));
	}

	/** How a file becomes an extract. */
	@FunctionalInterface
	public interface ExtractParser {

		/**
		 * Reads the whole file.
		 * @throws ExtractRefused when nothing of it can be taken
		 */
		Extract read(Path file, String fileName, ReadingContext context, Consumer<Reject> rejects);

		/**
		 * Tells whether two readings of a file against the same were made alike: the
		 * layouts and the register that are used.
		 */
		default String version() {
			return "";
		}

	}

}

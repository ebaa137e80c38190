package org.jfpmonitor.publication;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * What the metrics would have said at past month ends, for a Prometheus that was not
 * there yet.
 */
public interface MetricsHistory {

	/**
	 * Writes the gauges of the plan, its objectives and measures as they stood at the end
	 * of each month since the plan began, as known today, in the format OpenMetrics 1.0.
	 * A month end within the last three hours is left to the scrape.
	 * @param job the label {@code job} of the live series
	 * @param instance the label {@code instance} of the live series
	 * @param out where it is written; neither flushed nor closed
	 */
	Extent write(String job, String instance, Writer out) throws IOException;

	/**
	 * What was written.
	 *
	 * @param first the first month end, or null when none has passed yet
	 * @param last the last month end, or null when none has passed yet
	 * @param samples how many values
	 */
	record Extent(@Nullable LocalDate first, @Nullable LocalDate last, long samples) {

	}

}

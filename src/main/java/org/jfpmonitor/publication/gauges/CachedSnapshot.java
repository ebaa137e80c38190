package org.jfpmonitor.publication.gauges;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/**
 * One whole snapshot and the newest finished run that it shows. Its text is written at
 * once and kept, because nothing in it changes between two runs.
 */
final class CachedSnapshot {

	private static final int END = "# EOF\n".getBytes(StandardCharsets.UTF_8).length;

	private final long run;

	private final MetricSnapshots snapshots;

	private final byte[] text;

	private final byte[] openMetrics;

	CachedSnapshot(long run, MetricSnapshots snapshots) {
		this.run = run;
		this.snapshots = snapshots;
		this.text = written(PrometheusTextFormatWriter.create());
		byte[] whole = written(OpenMetricsTextFormatWriter.create());
		this.openMetrics = Arrays.copyOf(whole, whole.length - END);
	}

	long run() {
		return this.run;
	}

	MetricSnapshots snapshots() {
		return this.snapshots;
	}

	/** In the text format; not to be changed. */
	byte[] text() {
		return this.text;
	}

	/**
	 * In the OpenMetrics format, without the line that ends it; not to be changed.
	 */
	byte[] openMetrics() {
		return this.openMetrics;
	}

	private byte[] written(ExpositionFormatWriter writer) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			writer.write(out, this.snapshots);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

}

package org.jfpmonitor.publication.gauges;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.ConditionalOnEnabledMetricsExport;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusOutputFormat;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The answer to a scrape: the snapshot as it was written once, and after it what this
 * process measures of itself. A scrape for some names only, or in another format than the
 * two texts, goes the usual way through the registry and reads the same snapshot.
 */
@Component
@Profile("!command")
@ConditionalOnEnabledMetricsExport("prometheus")
@WebEndpoint(id = "prometheus")
class Scrape extends PrometheusScrapeEndpoint {

	private static final ExpositionFormatWriter TEXT = PrometheusTextFormatWriter.create();

	private static final ExpositionFormatWriter OPEN_METRICS = OpenMetricsTextFormatWriter.create();

	private final PrometheusRegistry registry;

	private final Supplier<CachedSnapshot> current;

	@Autowired
	Scrape(PrometheusRegistry registry, Snapshots snapshots) {
		this(registry, snapshots::current);
	}

	Scrape(PrometheusRegistry registry, Supplier<CachedSnapshot> current) {
		super(registry, new Properties());
		this.registry = registry;
		this.current = current;
	}

	@Override
	@ReadOperation(producesFrom = PrometheusOutputFormat.class)
	public WebEndpointResponse<byte[]> scrape(PrometheusOutputFormat format, @Nullable Set<String> includedNames) {
		if (includedNames != null || format == PrometheusOutputFormat.CONTENT_TYPE_PROTOBUF) {
			return super.scrape(format, includedNames);
		}
		CachedSnapshot built = this.current.get();
		byte[] answer = (format == PrometheusOutputFormat.CONTENT_TYPE_OPENMETRICS_100)
				? joined(built.openMetrics(), OPEN_METRICS) : joined(built.text(), TEXT);
		return new WebEndpointResponse<>(answer, format);
	}

	private byte[] joined(byte[] written, ExpositionFormatWriter writer) {
		ByteArrayOutputStream others = new ByteArrayOutputStream();
		try {
			writer.write(others, this.registry.scrape((name) -> !Family.NAMES.contains(name)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		byte[] answer = Arrays.copyOf(written, written.length + others.size());
		System.arraycopy(others.toByteArray(), 0, answer, written.length, others.size());
		return answer;
	}

}

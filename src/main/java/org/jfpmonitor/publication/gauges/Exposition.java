package org.jfpmonitor.publication.gauges;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.jfpmonitor.calendar.Today;
import org.jspecify.annotations.Nullable;

/**
 * Collects series family by family and makes one snapshot of them. A null value is an
 * absent series.
 */
final class Exposition {

	private final Map<Family, List<Sample>> samples = new EnumMap<>(Family.class);

	void info(Family family, Labels labels) {
		add(family, labels, 1);
	}

	void flag(Family family, Labels labels, boolean value) {
		add(family, labels, value ? 1 : 0);
	}

	void number(Family family, Labels labels, @Nullable BigDecimal value) {
		if (value != null) {
			add(family, labels, value.doubleValue());
		}
	}

	void number(Family family, Labels labels, double value) {
		add(family, labels, value);
	}

	void count(Family family, Labels labels, long value) {
		add(family, labels, (double) value);
	}

	/** The moment, in seconds since 1970. */
	void time(Family family, Labels labels, @Nullable Instant at) {
		if (at != null) {
			add(family, labels, at.getEpochSecond() + at.getNano() / 1e9);
		}
	}

	/** The first moment of the day in London, in seconds since 1970. */
	void day(Family family, Labels labels, @Nullable LocalDate day) {
		if (day != null) {
			time(family, labels, Today.startOf(day));
		}
	}

	MetricSnapshots snapshots() {
		List<MetricSnapshot> families = new ArrayList<>();
		this.samples.forEach((family, points) -> families.add(snapshot(family, points)));
		return new MetricSnapshots(families);
	}

	private void add(Family family, Labels labels, double value) {
		this.samples.computeIfAbsent(family, (none) -> new ArrayList<>()).add(new Sample(labels, value));
	}

	private static MetricSnapshot snapshot(Family family, List<Sample> points) {
		MetricMetadata metadata = new MetricMetadata(family.metric(), family.help());
		return switch (family.kind()) {
			case GAUGE -> new GaugeSnapshot(metadata,
					points.stream()
						.map((each) -> new GaugeDataPointSnapshot(each.value(), each.labels(), null))
						.toList());
			case COUNTER -> new CounterSnapshot(metadata,
					points.stream()
						.map((each) -> new CounterDataPointSnapshot(each.value(), each.labels(), null, 0L))
						.toList());
			case INFO -> new InfoSnapshot(metadata,
					points.stream().map((each) -> new InfoDataPointSnapshot(each.labels())).toList());
		};
	}

	private record Sample(Labels labels, double value) {

	}

}

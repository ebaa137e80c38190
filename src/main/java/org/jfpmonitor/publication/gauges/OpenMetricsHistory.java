package org.jfpmonitor.publication.gauges;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.publication.MetricsHistory;

import org.springframework.stereotype.Component;

/**
 * Assesses every month end and writes what a scrape would have read, in its last second.
 */
@Component
class OpenMetricsHistory implements MetricsHistory {

	// Prometheus keeps its newest hours in memory; blocks that reach into them overlap.
	private static final Duration LEFT_TO_THE_SCRAPE = Duration.ofHours(3);

	private final Assessments assessments;

	private final PlanVersions plans;

	private final Today today;

	OpenMetricsHistory(Assessments assessments, PlanVersions plans, Today today) {
		this.assessments = assessments;
		this.plans = plans;
		this.today = today;
	}

	@Override
	public Extent write(String job, String instance, Writer out) throws IOException {
		SortedSet<LocalDate> days = new TreeSet<>();
		SortedMap<String, HistorySeries> families = new TreeMap<>();
		Labels target = Labels.of("instance", instance, "job", job);
		for (PlanEditions plan : this.plans.current().all()) {
			List<LocalDate> monthEnds = monthEnds(plan);
			days.addAll(monthEnds);
			this.assessments.assess(plan.id(), monthEnds, this.today.day())
				.forEach((each) -> add(each, target, families));
		}
		for (HistorySeries family : families.values()) {
			family.write(out);
		}
		out.write("# EOF\n");
		long samples = families.values().stream().mapToLong(HistorySeries::samples).sum();
		return days.isEmpty() ? new Extent(null, null, 0) : new Extent(days.first(), days.last(), samples);
	}

	private List<LocalDate> monthEnds(PlanEditions plan) {
		Instant until = this.today.now().minus(LEFT_TO_THE_SCRAPE);
		return Stream
			.iterate(YearMonth.from(plan.all().get(0).plan().duration().start()), (month) -> month.plusMonths(1))
			.map(YearMonth::atEndOfMonth)
			.takeWhile((day) -> !Today.endOf(day).isAfter(until))
			.toList();
	}

	private static void add(PlanAssessment assessment, Labels target, Map<String, HistorySeries> families) {
		Exposition exposition = new Exposition();
		new PlanFamilies(exposition, assessment, List.of()).add();
		long second = Today.endOf(assessment.asOf()).getEpochSecond() - 1;
		for (MetricSnapshot snapshot : exposition.snapshots()) {
			if (snapshot instanceof GaugeSnapshot gauge) {
				HistorySeries family = families.computeIfAbsent(gauge.getMetadata().getPrometheusName(),
						(name) -> new HistorySeries(name, gauge.getMetadata().getHelp()));
				gauge.getDataPoints()
					.forEach((point) -> family.add(target.merge(point.getLabels()), point.getValue() + " " + second));
			}
		}
	}

	/**
	 * One family: its series by their labels, each with its values in the order of time.
	 */
	private static final class HistorySeries {

		private final String name;

		private final String help;

		private final SortedMap<Labels, List<String>> values = new TreeMap<>();

		HistorySeries(String name, String help) {
			this.name = name;
			this.help = help;
		}

		void add(Labels labels, String value) {
			this.values.computeIfAbsent(labels, (none) -> new ArrayList<>()).add(value);
		}

		long samples() {
			return this.values.values().stream().mapToLong(List::size).sum();
		}

		void write(Writer out) throws IOException {
			out.write("# TYPE " + this.name + " gauge\n# HELP " + this.name + " " + escaped(this.help) + "\n");
			for (Map.Entry<Labels, List<String>> series : this.values.entrySet()) {
				String start = this.name + labels(series.getKey()) + " ";
				for (String value : series.getValue()) {
					out.write(start + value + "\n");
				}
			}
		}

		private static String labels(Labels labels) {
			StringBuilder text = new StringBuilder();
			for (Label label : labels) {
				text.append(text.isEmpty() ? "{" : ",").append(label.getName()).append("=\"");
				text.append(escaped(label.getValue())).append('"');
			}
			return text.append('}').toString();
		}

		private static String escaped(String text) {
			return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
		}

	}

}

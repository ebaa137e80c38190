package org.jfpmonitor.publication.gauges;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.JudgedReason;
import org.jfpmonitor.assessment.reason.ObjectiveReason;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.series.ReadFigures;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Requirement;

import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusOutputFormat;

/**
 * Prints what a scrape of 42 organisations with 200 measures each costs: against the Java
 * client's own writer on the same snapshot, in memory taken per scrape, and in what is
 * left in the heap after many. Every fourth measure has no target.
 */
public final class ScrapeBenchmark {

	private static final int ORGANISATIONS = 42;

	private static final int OBJECTIVES = 20;

	private static final int MEASURES_EACH = 10;

	private static final int ROUNDS = 40;

	private static final int MANY = 200;

	private static final LocalDate DAY = LocalDate.of(2025, 3, 31);

	private static final ThreadMXBean PROCESSOR = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private ScrapeBenchmark() {
	}

	public static void main(String[] arguments) {
		MetricSnapshots snapshots = snapshots();
		PrometheusRegistry registry = new PrometheusRegistry();
		registry.register((MultiCollector) () -> snapshots);
		CachedSnapshot built = new CachedSnapshot(1, snapshots);
		Scrape scrape = new Scrape(registry, () -> built);
		System.out.printf("%d organisations x %d measures: %d series%n", ORGANISATIONS, OBJECTIVES * MEASURES_EACH,
				snapshots.stream().mapToLong((each) -> each.getDataPoints().size()).sum());
		for (PrometheusOutputFormat format : List.of(PrometheusOutputFormat.CONTENT_TYPE_004,
				PrometheusOutputFormat.CONTENT_TYPE_OPENMETRICS_100)) {
			boolean open = format == PrometheusOutputFormat.CONTENT_TYPE_OPENMETRICS_100;
			ExpositionFormatWriter writer = open ? OpenMetricsTextFormatWriter.create()
					: PrometheusTextFormatWriter.create();
			Cost clients = cost(() -> written(writer, snapshots));
			Cost ours = cost(() -> body(scrape, format));
			System.out.printf(
					"%s, %.1f MB: a scrape %.1f ms and %.1f MB taken;"
							+ " the client's writer %.1f ms and %.1f MB; ratio %.3f%n",
					format.getProducedMimeType(), body(scrape, format).length / 1e6, ours.millis(), ours.megabytes(),
					clients.millis(), clients.megabytes(), ours.millis() / clients.millis());
		}
		double before = heap();
		for (int i = 0; i < MANY; i++) {
			body(scrape, PrometheusOutputFormat.CONTENT_TYPE_004);
		}
		System.out.printf("heap in use after collection: %.1f MB before, %.1f MB after %d scrapes%n", before, heap(),
				MANY);
	}

	private static byte[] body(Scrape scrape, PrometheusOutputFormat format) {
		return Objects.requireNonNull(scrape.scrape(format, null).getBody());
	}

	private static byte[] written(ExpositionFormatWriter writer, MetricSnapshots snapshots) {
		ByteArrayOutputStream out = new ByteArrayOutputStream(8 << 20);
		try {
			writer.write(out, snapshots);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return out.toByteArray();
	}

	/** The middle round. */
	private static Cost cost(Supplier<byte[]> work) {
		List<Cost> costs = IntStream.range(0, ROUNDS)
			.mapToObj((round) -> once(work))
			.sorted(Comparator.comparingDouble(Cost::millis))
			.toList();
		return costs.get(ROUNDS / 2);
	}

	private static Cost once(Supplier<byte[]> work) {
		long allocated = PROCESSOR.getCurrentThreadAllocatedBytes();
		long start = PROCESSOR.getCurrentThreadCpuTime();
		if (work.get().length == 0) {
			throw new IllegalStateException("Expected series, found none");
		}
		return new Cost((PROCESSOR.getCurrentThreadCpuTime() - start) / 1e6,
				(PROCESSOR.getCurrentThreadAllocatedBytes() - allocated) / 1e6);
	}

	private static double heap() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
	}

	private static final Plan EMPTY = new Plan(PlanId.of("none"), "None", OrganisationCode.of("QMM"),
			Period.of(LocalDate.of(2024, 4, 1), LocalDate.of(2029, 4, 1)), null, List.of(), List.of(), List.of());

	private static MetricSnapshots snapshots() {
		Exposition exposition = new Exposition();
		for (int i = 0; i < ORGANISATIONS; i++) {
			new PlanFamilies(exposition, plan(i), List.of()).add();
		}
		return exposition.snapshots();
	}

	private static PlanAssessment plan(int number) {
		List<ObjectiveAssessment> objectives = IntStream.range(0, OBJECTIVES)
			.mapToObj(ScrapeBenchmark::objective)
			.toList();
		Plan plan = new Plan(PlanId.of("icb-" + number), "Plan " + number, OrganisationCode.of("QMM"),
				Period.of(LocalDate.of(2024, 4, 1), LocalDate.of(2029, 4, 1)), null,
				List.of(new Ambition("1", "Ambition", List.of(),
						objectives.stream().map(ObjectiveAssessment::objective).toList())),
				List.of(), List.of(new Feed(FeedId.of("figures"), "Figures", Cadence.MONTHLY, 45, 14, null, false)));
		return new PlanAssessment(new PlanVersion(1, "0".repeat(64), Instant.EPOCH, plan), DAY, DAY, objectives);
	}

	private static ObjectiveAssessment objective(int number) {
		List<MeasureAssessment> measures = IntStream.range(number * MEASURES_EACH, (number + 1) * MEASURES_EACH)
			.mapToObj(ScrapeBenchmark::measure)
			.toList();
		Objective objective = new Objective(
				ObjectiveCode.of((number / 4 + 1) + String.valueOf((char) ('a' + number % 4))), "1", "Objective",
				"Objective", "", null, null, measures.stream().map(MeasureAssessment::measure).toList(), List.of(),
				null);
		return new ObjectiveAssessment(new ObjectiveReason.WorstOfParts(objective, Status.ON_TRACK, List.of()),
				measures, List.of(), null, null);
	}

	private static MeasureAssessment measure(int number) {
		Measure measure = new Measure(MeasureId.of("measure-" + number), "Measure " + number, "Measure " + number, "",
				Unit.PERCENT, Direction.HIGHER, Cadence.MONTHLY, FeedId.of("figures"),
				List.of(OrganisationCode.of("QMM")), null, "", 0, null, null, ChartSettings.standard());
		BigDecimal value = BigDecimal.valueOf(500 + number % 400)
			.divide(BigDecimal.valueOf(1001), MathContext.DECIMAL64);
		BigDecimal required = (number % 4 != 0) ? new BigDecimal("0.935") : null;
		PeriodFigure figure = ReadFigures.of(measure, Period.month(YearMonth.from(DAY)), Figure.of(value),
				new Provenance(DeliveryId.of(1), "figures.csv", "figures", Vintage.stated(DAY, 1),
						Instant.parse("2025-05-01T02:30:00.5Z")));
		return new MeasureAssessment(
				new JudgedReason.Met(measure, figure, new Requirement(new BigDecimal("0.935"), null)),
				ReadFigures.none(measure, EMPTY), required, 2, null, null);
	}

	/** Processor time, which others' load does not stretch, and memory taken. */
	private record Cost(double millis, double megabytes) {

	}

}

package org.jfpmonitor.publication.gauges;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.NeverAssessed;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.JudgedReason;
import org.jfpmonitor.assessment.reason.MeasureReason;
import org.jfpmonitor.assessment.reason.ObjectiveReason;
import org.jfpmonitor.assessment.reason.UnrequiredReason;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.assessment.series.ReadFigures;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.FixedPlans;
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
import org.jfpmonitor.publication.MetricsHistory.Extent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class OpenMetricsHistoryTest {

	private static final Measure BEDS = new Measure(MeasureId.of("beds"), "Beds", "Beds", "", Unit.COUNT,
			Direction.HIGHER, Cadence.MONTHLY, FeedId.of("wards"), List.of(OrganisationCode.of("QMM")), null,
			"not agreed", 0, null, null, ChartSettings.standard());

	private static final Objective WARDS = new Objective(ObjectiveCode.of("6b"), "6", "Virtual wards", "Wards", "",
			null, null, List.of(BEDS), List.of(), null);

	private static final PlanVersion PLAN = new PlanVersion(1, "f", Instant.EPOCH,
			new Plan(PlanId.of("p"), "Plan", OrganisationCode.of("QMM"),
					Period.ofClosed(LocalDate.of(2024, 12, 10), LocalDate.of(2029, 3, 31)), null,
					List.of(new Ambition("6", "Urgent care", List.of(), List.of(WARDS))), List.of(), List.of()));

	@TempDir
	private Path folder;

	@Test
	void writesEachMonthEndInItsLastSecond() throws IOException {
		StringWriter out = new StringWriter();

		Extent extent = history("2025-02-10T12:00:00Z").write("jfp", "a\"b", out);

		assertThat(extent.first()).isEqualTo("2024-12-31");
		assertThat(extent.last()).isEqualTo("2025-01-31");
		assertThat(out.toString())
			.contains(
					"""
							# TYPE jfp_measure_value gauge
							# HELP jfp_measure_value Figure of the measure by its basis, in the unit of its label; absent when there is \
							none or it is withheld.
							jfp_measure_value{ambition="6",instance="a\\"b",job="jfp",measure="beds",objective="6b",plan="p",\
							unit="count"} 12.0 1735689599
							jfp_measure_value{ambition="6",instance="a\\"b",job="jfp",measure="beds",objective="6b",plan="p",\
							unit="count"} 1.0 1738367999
							""")
			.contains("""
					jfp_objective_status{ambition="6",instance="a\\"b",job="jfp",objective="6b",plan="p",\
					status="delayed"} 0.0 1735689599
					""")
			.doesNotContain("_info")
			.endsWith("# EOF\n");
		assertThat(out.toString().lines().filter((line) -> !line.startsWith("#")).count()).isEqualTo(extent.samples());
	}

	@Test
	void leavesTheLastThreeHoursToTheScrape() throws IOException {
		assertThat(history("2025-02-01T02:59:59Z").write("jfp", "a", new StringWriter()).last())
			.isEqualTo("2024-12-31");
		assertThat(history("2025-02-01T03:00:00Z").write("jfp", "a", new StringWriter()).last())
			.isEqualTo("2025-01-31");
	}

	@Test
	void anUnassessedObjectiveHasNoStatus() throws IOException {
		StringWriter out = new StringWriter();

		history("2025-03-10T12:00:00Z").write("jfp", "a", out);

		assertThat(out.toString().lines().filter((line) -> line.startsWith("jfp_objective_status{")))
			.noneMatch((line) -> line.endsWith(" " + (Today.endOf(LocalDate.of(2025, 2, 28)).getEpochSecond() - 1)));
	}

	@Test
	void aPlanOfThisMonthHasNoHistory() throws IOException {
		StringWriter out = new StringWriter();

		assertThat(history("2024-12-20T12:00:00Z").write("jfp", "a", out)).isEqualTo(new Extent(null, null, 0));
		assertThat(out).hasToString("# EOF\n");
	}

	@Test
	void prometheusTakesItAndGivesItBack() throws Exception {
		assumeTrue(
				Stream.of(System.getenv("PATH").split(":"))
					.anyMatch((path) -> Files.isExecutable(Path.of(path, "promtool"))),
				"promtool is not here: apt-get install prometheus");
		Path file = this.folder.resolve("history.om");
		StringWriter out = new StringWriter();
		Extent extent = history("2025-04-10T12:00:00Z").write("jfp", "127.0.0.1:8080", out);
		Files.writeString(file, out.toString());

		promtool("tsdb", "create-blocks-from", "openmetrics", "--max-block-duration=744h", file.toString(),
				this.folder.resolve("blocks").toString());
		Files.createDirectory(this.folder.resolve("blocks/wal"));
		String dumped = promtool("tsdb", "dump", this.folder.resolve("blocks").toString());

		assertThat(dumped.lines().filter((line) -> line.startsWith("{")).count()).isEqualTo(extent.samples());
		assertThat(dumped).contains("{__name__=\"jfp_measure_value\", ambition=\"6\", instance=\"127.0.0.1:8080\","
				+ " job=\"jfp\", measure=\"beds\", objective=\"6b\", plan=\"p\", unit=\"count\"} 12 1735689599000");
	}

	private String promtool(String... arguments) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList())
			.redirectErrorStream(true)
			.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(said).isZero();
		return said;
	}

	private static OpenMetricsHistory history(String now) {
		return new OpenMetricsHistory(new Months(), FixedPlans.of(PLAN),
				Today.by(Clock.fixed(Instant.parse(now), ZoneOffset.UTC)));
	}

	/** On track with as many beds as the month has a number; not assessed in February. */
	private static final class Months extends NeverAssessed {

		@Override
		public PlanAssessment assess(PlanId plan, LocalDate asOf, LocalDate knownOn) {
			PeriodFigure figure = ReadFigures.of(BEDS, Period.day(asOf),
					Figure.of(BigDecimal.valueOf(asOf.getMonthValue())),
					new Provenance(DeliveryId.of(1), "beds.csv", "figures", Vintage.stated(asOf, 1), Instant.EPOCH));
			boolean assessed = asOf.getMonthValue() != 2;
			MeasureReason reason = assessed ? new JudgedReason.Met(BEDS, figure, new Requirement(BigDecimal.ONE, null))
					: new UnrequiredReason.TargetNotSet(BEDS, figure);
			MeasureAssessment measure = new MeasureAssessment(reason, ReadFigures.none(BEDS, PLAN.plan()), null, 0,
					null, null);
			ObjectiveReason whole = assessed ? new ObjectiveReason.WorstOfParts(WARDS, Status.ON_TRACK, List.of(reason))
					: new ObjectiveReason.NothingAssessed(WARDS, List.of(reason));
			return new PlanAssessment(PLAN, asOf, knownOn,
					List.of(new ObjectiveAssessment(whole, List.of(measure), List.of(), null, null)));
		}

		@Override
		public List<PlanAssessment> assess(PlanId plan, List<LocalDate> asOf, LocalDate knownOn) {
			return asOf.stream().map((day) -> assess(plan, day, knownOn)).toList();
		}

	}

}

package org.jfpmonitor.assessment;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jfpmonitor.assessment.rule.AssessmentInput;
import org.jfpmonitor.assessment.rule.Assessor;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Ledgers;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jfpmonitor.progress.ReportLedger;

/**
 * Prints how long a full assessment takes of 42 organisations with 200 measures each,
 * from figures already read, and how that grows with the number of periods. Every fourth
 * measure is judged by its latest figure on a standing standard, the others on a straight
 * line, a year to date and the rolling year.
 */
public final class AssessmentBenchmark {

	private static final int ORGANISATIONS = 42;

	private static final int MEASURES = 200;

	private static final int ROUNDS = 9;

	private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

	private static final YearMonth LAST = YearMonth.of(2025, 3);

	private AssessmentBenchmark() {
	}

	public static void main(String[] arguments) {
		measure(60);
		double first = 0;
		for (int periods : new int[] { 60, 120, 240 }) {
			double millis = measure(periods);
			first = (first == 0) ? millis : first;
			System.out.printf("%d organisations x %d measures x %d periods: %.0f ms of one core, %.2f of 60 periods%n",
					ORGANISATIONS, MEASURES, periods, millis, millis / first);
		}
	}

	/**
	 * The middle round, in milliseconds of processor time, which others' load does not
	 * stretch.
	 */
	private static double measure(int periods) {
		List<PlanVersion> plans = plans(periods);
		List<Revision> revisions = revisions(periods);
		double[] millis = new double[ROUNDS];
		for (int round = 0; round < ROUNDS; round++) {
			// Afresh each time, so that no round finds what an earlier one had worked
			// out.
			AssessmentInput input = new AssessmentInput(Ledgers.of(revisions),
					new ReportLedger(List.of(), List.of(), List.of()), Organisations.of(List.of()));
			long start = PROCESSOR.getCurrentThreadCpuTime();
			long assessed = assessed(plans, input);
			millis[round] = (PROCESSOR.getCurrentThreadCpuTime() - start) / 1e6;
			if (assessed != (long) ORGANISATIONS * MEASURES) {
				throw new IllegalStateException("Expected every measure to be assessed, found " + assessed);
			}
		}
		Arrays.sort(millis);
		return millis[ROUNDS / 2];
	}

	private static long assessed(List<PlanVersion> plans, AssessmentInput input) {
		return plans.stream()
			.map((plan) -> Assessor.assess(plan, input, LAST.atEndOfMonth(), LAST.atEndOfMonth()))
			.flatMap((plan) -> plan.objectives().stream())
			.flatMap((objective) -> objective.measures().stream())
			.filter((measure) -> measure.status() != null)
			.count();
	}

	private static List<PlanVersion> plans(int periods) {
		return IntStream.range(0, ORGANISATIONS).mapToObj((each) -> plan(organisation(each), periods)).toList();
	}

	private static PlanVersion plan(OrganisationCode organisation, int periods) {
		List<Objective> objectives = IntStream.range(0, 20)
			.mapToObj(
					(each) -> new Objective(ObjectiveCode.of((each / 4 + 1) + String.valueOf((char) ('a' + each % 4))),
							"1", "Objective", "Objective", "", null, null,
							IntStream.range(each * 10, each * 10 + 10)
								.mapToObj((number) -> measure(number, organisation, periods))
								.toList(),
							List.of(), null))
			.toList();
		Feed feed = new Feed(FeedId.of("figures"), "Figures", Cadence.MONTHLY, 45, 14, null, false);
		Plan plan = new Plan(PlanId.of("benchmark"), "Benchmark", organisation,
				Period.of(LocalDate.of(2004, 4, 1), LocalDate.of(2029, 4, 1)), null,
				List.of(new Ambition("1", "Ambition", List.of(), objectives)), List.of(), List.of(feed));
		return new PlanVersion(1, "0".repeat(64), Instant.EPOCH, plan);
	}

	private static Measure measure(int number, OrganisationCode organisation, int periods) {
		return new Measure(MeasureId.of("measure-" + number), "Measure " + number, "Measure " + number, "",
				Unit.PERCENT, Direction.HIGHER, Cadence.MONTHLY, FeedId.of("figures"), List.of(organisation),
				target(number, periods), "", 0, null, null, ChartSettings.standard());
	}

	private static Target target(int number, int periods) {
		DatedValue baseline = new DatedValue(LAST.minusMonths(periods).atEndOfMonth(), new BigDecimal("0.1"));
		DatedValue goal = new DatedValue(LAST.plusMonths(12).atEndOfMonth(), new BigDecimal("0.95"));
		Trajectory line = new Trajectory.StraightLine(List.of(goal));
		return switch (number % 4) {
			case 0 -> new Target(Target.Kind.MAINTAIN, Basis.latest(), null,
					new Trajectory.ByDate(List.of(new DatedValue(LocalDate.of(2000, 4, 1), new BigDecimal("0.4")))), 1,
					null);
			case 1 -> new Target(Target.Kind.REACH, Basis.latest(), baseline, line, 3, null);
			case 2 -> new Target(Target.Kind.REACH, Basis.yearToDate(Basis.Combined.RATIO), baseline, line, 3, null);
			default -> new Target(Target.Kind.REACH, Basis.rolling(12, Basis.Combined.RATIO), baseline, line, 3, null);
		};
	}

	private static List<Revision> revisions(int periods) {
		Random random = new Random(7);
		List<Revision> revisions = new ArrayList<>(ORGANISATIONS * MEASURES * periods);
		Map<Period, Provenance> deliveries = IntStream.range(0, periods)
			.mapToObj((back) -> Period.month(LAST.minusMonths(back)))
			.collect(Collectors.toMap((period) -> period, AssessmentBenchmark::delivery));
		for (int organisation = 0; organisation < ORGANISATIONS; organisation++) {
			for (int number = 0; number < MEASURES; number++) {
				MeasureId measure = MeasureId.of("measure-" + number);
				for (Map.Entry<Period, Provenance> each : deliveries.entrySet()) {
					Cell cell = new Cell(measure, organisation(organisation), each.getKey());
					Figure figure = Figure.ratio(BigDecimal.valueOf(300 + random.nextInt(700)),
							BigDecimal.valueOf(1000));
					revisions
						.add(new Revision(new Observation(cell, figure, "icb", Place.line(2), 1), each.getValue()));
				}
			}
		}
		return revisions;
	}

	private static Provenance delivery(Period period) {
		return new Provenance(DeliveryId.of(period.start().toEpochDay()), "figures.csv", "figures",
				Vintage.stated(period.lastDay(), 1), Instant.parse(period.lastDay() + "T09:00:00Z"));
	}

	private static OrganisationCode organisation(int number) {
		return OrganisationCode.of("Q" + (char) ('A' + number / 26) + (char) ('A' + number % 26));
	}

}

package org.jfpmonitor.assessment.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.Ward;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.NoSuchOverride;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.OverlappingOverride;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.Revocation;
import org.jfpmonitor.progress.StatusOverride;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jfpmonitor.assessment.Written.at;
import static org.jfpmonitor.assessment.Written.day;

/**
 * Whatever arrives in whatever order: what is assessed later for a day, as known on it,
 * is what was recorded on that day.
 */
@SpringJUnitConfig(Ward.class)
class TwoClocksTest {

	private static final LocalDate FIRST = LocalDate.of(2025, 1, 10);

	private static final int DAYS = 40;

	@Autowired
	private Assessments assessments;

	@Autowired
	private ProgressReports reports;

	@Autowired
	private Ward.Versions plans;

	@Autowired
	private Ward.Post post;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 4 })
	void whatIsAssessedLaterIsWhatWasRecordedThen(long seed) {
		this.jdbc
			.sql("""
					truncate figure_set, estimate_list, withdrawn_reading, coverage, observation, milestone_report, published_position,
					         override_revocation, status_override, assessment_run, ended_edition_month, objective_status, measure_status, assessment_change
					""")
			.update();
		Random random = new Random(seed);
		this.plans.start(plan("100", "0.92"));
		List<PlanAssessed> recorded = new ArrayList<>();
		for (int i = 0; i < DAYS; i++) {
			LocalDate today = FIRST.plusDays(i);
			for (int events = random.nextInt(3); events > 0; events--) {
				happen(today, random);
			}
			recorded.add(this.assessments.record(today, random.nextBoolean()).get(0));
		}
		for (PlanAssessed run : recorded) {
			PlanAssessment again = this.assessments.assess(Example.EDITION, run.now().asOf(), run.now().knownOn());
			assertThat(again).isEqualTo(run.now());
			again.objectives().forEach((objective) -> assertThat(isAsRecorded(run.run(), objective)).isTrue());
		}
		assertThat(recorded).extracting((run) -> run.now().objectives().get(0).status())
			.as("the days are not all alike")
			.contains(Status.ON_TRACK, Status.UNDERPERFORMANCE);
	}

	private boolean isAsRecorded(long run, ObjectiveAssessment objective) {
		return this.jdbc.sql("""
				select explanation = :explanation::jsonb and status is not distinct from :status
				       and computed is not distinct from :computed and agrees = :agrees
				  from objective_status where run = :run and objective = :objective
				""")
			.param("explanation", RecordFormat.explanation(objective))
			.param("status", FindingsWriter.code(objective.status()))
			.param("computed", FindingsWriter.code(objective.computed()))
			.param("agrees", objective.agrees())
			.param("run", run)
			.param("objective", objective.objective().code().value())
			.query(Boolean.class)
			.single();
	}

	private void happen(LocalDate today, Random random) {
		String now = today + "T0" + random.nextInt(10) + ":30:00Z";
		switch (random.nextInt(7)) {
			case 0 -> this.post.report((store) -> store.recordMilestones(Example.EDITION,
					List.of(new MilestoneReport(MilestoneId.of("ward-opened"), today.minusDays(random.nextInt(20)),
							today.plusDays(random.nextInt(40)),
							random.nextBoolean() ? today.minusDays(random.nextInt(5)) : null, false, "", origin(now)))),
					this.reports);
			case 1 ->
				this.post.report(
						(store) -> store.recordPositions(Example.EDITION,
								List.of(new PublishedPosition(ObjectiveCode.of("6b"),
										today.minusDays(random.nextInt(20)), anyOf(random), "", origin(now)))),
						this.reports);
			case 2 -> override(today, now, random);
			case 3 -> {
				if (random.nextInt(4) == 0) {
					this.plans.edit(plan(Integer.toString(90 + random.nextInt(20)), "0.93"), now);
				}
			}
			case 4 -> this.post.figure("bed-occupancy", month(today, random), random.nextInt(200) + "/200", now);
			default -> this.post.figure("virtual-ward-beds", month(today, random),
					Integer.toString(80 + random.nextInt(40)), now);
		}
	}

	private void override(LocalDate today, String now, Random random) {
		LocalDate from = today.plusDays(random.nextInt(5));
		StatusOverride override = new StatusOverride(ObjectiveCode.of("6b"), anyOf(random), "Why", "office", from,
				from.plusDays(random.nextInt(10)), origin(now));
		try {
			this.post.report((store) -> store.recordOverride(Example.EDITION, override), this.reports);
		}
		catch (OverlappingOverride ex) {
			assertThat(ex).hasMessageContaining("already has a status set manually");
			revoke(today.minusDays(random.nextInt(3)), now);
		}
	}

	private void revoke(LocalDate from, String now) {
		try {
			this.post.report((store) -> store.recordRevocation(Example.EDITION, ObjectiveCode.of("6b"),
					new Revocation(from, "Over", "office", origin(now))), this.reports);
		}
		catch (NoSuchOverride ex) {
			assertThat(ex).hasMessageContaining("that holds on " + Period.day(from).inWords());
		}
	}

	private static Status anyOf(Random random) {
		List<Status> all = List.of(Status.values());
		return all.get(random.nextInt(all.size()));
	}

	private static String month(LocalDate today, Random random) {
		return YearMonth.from(today).minusMonths(1L + random.nextInt(4)).toString();
	}

	private static Origin origin(String now) {
		assertThat(Instant.parse(now)).isBefore(Today.endOf(LocalDate.parse(now.substring(0, 10))));
		return new Origin(null, null, Place.line(0), Instant.parse(now));
	}

	private static Plan plan(String beds, String occupancy) {
		Example wards = Example.beds().reach(2, at("2025-01-31", beds), at("2026-03-31", "119"));
		Example share = Example.of("bed-occupancy")
			.in(Unit.PERCENT)
			.lowerIsBetter()
			.maintain(Basis.rolling(2, Basis.Combined.RATIO), occupancy);
		return wards
			.plan(List.of(
					new Objective(ObjectiveCode.of("6b"), "6", "Virtual wards", "Virtual wards", "", null, null,
							List.of(wards.measure()),
							List.of(new Milestone(MilestoneId.of("ward-opened"), "Ward opened", day("2025-02-15"),
									null)),
							null),
					new Objective(ObjectiveCode.of("6c"), "6", "Occupancy", "Occupancy", "", null, null,
							List.of(share.measure()), List.of(), null)));
	}

}

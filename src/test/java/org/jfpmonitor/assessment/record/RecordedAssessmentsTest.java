package org.jfpmonitor.assessment.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.Change.NewsKind;
import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.PlanAssessed;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.Ward;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.StatusOverride;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.jfpmonitor.assessment.Written.day;

@SpringJUnitConfig(Ward.class)
class RecordedAssessmentsTest {

	private static final String BEDS = "virtual-ward-beds";

	private static final ObjectiveCode WARDS = ObjectiveCode.of("6b");

	private static final MilestoneId OPENED = MilestoneId.of("ward-opened");

	@Autowired
	private Assessments assessments;

	@Autowired
	private ProgressReports reports;

	@Autowired
	private Ward.Versions plans;

	@Autowired
	private Ward.Post post;

	@Autowired
	private Ward.Heard heard;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void startAfresh() {
		this.jdbc
			.sql("""
					truncate figure_set, estimate_list, withdrawn_reading, coverage, observation, milestone_report, published_position,
					         override_revocation, status_override, assessment_run, ended_edition_month, objective_status, measure_status, assessment_change
					         restart identity
					""")
			.update();
		this.heard.events().clear();
		this.plans.start(plan("100"));
		this.post.figure(BEDS, "2024-12", "150", "2025-01-05T09:00:00Z");
	}

	@Test
	void theFirstRunAnnouncesNothing() {
		PlanAssessed first = record("2025-01-10");

		assertThat(first.changes()).isEmpty();
		assertThat(status(first)).isEqualTo(Status.ON_TRACK);
		assertThat(this.heard.events()).containsExactly(first);
	}

	@Test
	void aSecondRunWithoutNewsAnnouncesNothing() {
		record("2025-01-10");

		assertThat(record("2025-01-11").changes()).isEmpty();
	}

	@Test
	void announcesAChangeOfStatusOnceAndTheRecoveryOnce() {
		record("2025-01-10");
		this.post.figure(BEDS, "2025-01", "99", "2025-02-05T09:00:00Z");

		assertThat(record("2025-02-05").changes()).singleElement().satisfies((change) -> {
			assertThat(change.kind()).isEqualTo(NewsKind.STATUS_CHANGE);
			assertThat(change.key()).isEqualTo(Example.EDITION + ":status:6b:on_track>underperformance:after-run-1");
			assertThat(change.from()).isEqualTo(Status.ON_TRACK);
			assertThat(change.to()).isEqualTo(Status.UNDERPERFORMANCE);
			assertThat(change.now().because().get(1).facts().observed()).isEqualByComparingTo("99");
		});
		assertThat(record("2025-02-06").changes()).isEmpty();
		this.post.figure(BEDS, "2025-02", "100", "2025-03-05T09:00:00Z");
		assertThat(record("2025-03-05").changes()).extracting(Change::kind).containsExactly(NewsKind.RECOVERY);
	}

	@Test
	void sameMoveAgainIsNewsAgain() {
		record("2025-01-10");
		move("2025-01", "99", "2025-02-05");
		move("2025-02", "100", "2025-03-05");

		assertThat(move("2025-03", "99", "2025-04-05").changes()).extracting(Change::key)
			.containsExactly(Example.EDITION + ":status:6b:on_track>underperformance:after-run-3");
	}

	@Test
	void saysOfAQuietRunThatItIsQuiet() {
		record("2025-01-10");
		this.post.figure(BEDS, "2025-01", "99", "2025-02-05T09:00:00Z");
		PlanAssessed quiet = this.assessments.record(day("2025-02-05"), true).get(0);

		assertThat(quiet.quiet()).isTrue();
		assertThat(quiet.changes()).hasSize(1);
		assertThat(this.jdbc.sql("select announced from assessment_change").query(Boolean.class).list())
			.containsExactly(false);
	}

	@Test
	void theSameQuestionIsAnsweredFromTheSameAssessmentUntilAnythingIsAdded() {
		PlanAssessment first = assess();
		assertThat(assess()).isSameAs(first);
		assertThat(this.assessments.assess(Example.EDITION, day("2025-01-11"), day("2025-01-11"))).isNotSameAs(first);

		this.post.figure(BEDS, "2024-12", "99", "2025-01-06T09:00:00Z");
		PlanAssessment withFigure = assess();
		assertThat(withFigure.objectives().get(0).status()).isEqualTo(Status.UNDERPERFORMANCE);
		assertThat(assess()).isSameAs(withFigure);

		this.post.report(
				(store) -> store.recordOverride(Example.EDITION,
						new StatusOverride(WARDS, Status.DELAYED, "Contract not signed", "office", day("2025-01-01"),
								day("2025-01-31"),
								new Origin(null, null, Place.line(0), Instant.parse("2025-01-07T09:00:00Z")))),
				this.reports);
		assertThat(assess().objectives().get(0).status()).isEqualTo(Status.DELAYED);

		this.plans.edit(plan("90"), "2025-01-08T09:00:00Z");
		assertThat(assess().objectives().get(0).computed()).isEqualTo(Status.ON_TRACK);
	}

	@Test
	void whatATransactionHasWrittenIsForItAlone() {
		PlanAssessment before = assess();
		assertThatIllegalStateException().isThrownBy(() -> this.post.report((store) -> {
			store.recordOverride(Example.EDITION,
					new StatusOverride(WARDS, Status.DELAYED, "Contract not signed", "office", day("2025-01-01"),
							day("2025-01-31"),
							new Origin(null, null, Place.line(0), Instant.parse("2025-01-07T09:00:00Z"))));
			assertThat(assess().objectives().get(0).status()).isEqualTo(Status.DELAYED);
			throw new IllegalStateException("rolled back");
		}, this.reports));

		assertThat(assess()).isSameAs(before);
	}

	private PlanAssessment assess() {
		return this.assessments.assess(Example.EDITION, day("2025-01-10"), day("2025-01-10"));
	}

	@Test
	void twoInstancesThatRecordAtOnceAnnounceAChangeOnce() throws Exception {
		record("2025-01-10");
		this.post.figure(BEDS, "2025-01", "99", "2025-02-05T09:00:00Z");
		ExecutorService instances = Executors.newFixedThreadPool(4);
		Callable<Integer> run = () -> record("2025-02-05").changes().size();
		int announced = 0;
		for (Future<Integer> future : instances.invokeAll(List.of(run, run, run, run))) {
			announced += future.get();
		}
		instances.shutdown();

		assertThat(announced).isEqualTo(1);
		assertThat(this.assessments.lastRun().orElseThrow().number()).isEqualTo(5);
	}

	@Test
	void tellsALapseOfDataOnceForEachExtract() {
		record("2025-01-10");
		// January is due on 20 February with 10 days of grace, February on 20 March
		assertThat(record("2025-03-02").changes()).isEmpty();
		assertThat(record("2025-03-03").changes()).extracting(Change::kind, Change::key)
			.contains(tuple(NewsKind.DATA_OVERDUE, Example.EDITION + ":overdue:virtual-wards:2025-01-31"));
		assertThat(record("2025-03-04").changes()).isEmpty();
		assertThat(record("2025-03-31").changes()).extracting(Change::key)
			.containsExactly(Example.EDITION + ":overdue:virtual-wards:2025-02-28");
	}

	@Test
	void warnsOnceAnEpisodeWhileTheWarningLasts() {
		String[] steady = { "200", "204", "198", "203", "199", "202", "201", "197", "203", "200", "198", "204" };
		for (int i = 0; i < steady.length; i++) {
			this.post.figure(BEDS, day("2024-01-01").plusMonths(i).toString().substring(0, 7), steady[i],
					"2025-01-08T09:00:00Z");
		}
		record("2025-01-10");
		assertThat(move("2025-01", "170", "2025-02-05").changes()).extracting(Change::kind, Change::key)
			.containsExactly(tuple(NewsKind.EARLY_WARNING,
					Example.EDITION + ":early-warning:virtual-ward-beds:adverse_special_cause:2025-01-01"));
		assertThat(move("2025-02", "165", "2025-03-05").changes()).isEmpty();
		assertThat(move("2025-03", "201", "2025-04-05").changes()).isEmpty();
		assertThat(move("2025-04", "140", "2025-05-05").changes()).extracting(Change::key)
			.containsExactly(Example.EDITION + ":early-warning:virtual-ward-beds:adverse_special_cause:2025-04-01");
	}

	@Test
	void recordsARestatementOfAPastMonthEndAsItsOwnKindOfChange() {
		move("2025-01", "120", "2025-02-05");
		move("2025-02", "120", "2025-03-05");
		this.post.figure(BEDS, "2025-01", "80", "2025-05-02T09:00:00Z");

		assertThat(move("2025-03", "120", "2025-05-02").changes())
			.extracting(Change::kind, Change::asOf, Change::from, Change::to)
			.containsExactly(tuple(NewsKind.RESTATEMENT, day("2025-01-31"), Status.ON_TRACK, Status.UNDERPERFORMANCE));
		assertThat(statusAsOf("2025-01-31", "2025-02-28")).isEqualTo(Status.ON_TRACK);
		assertThat(statusAsOf("2025-01-31", "2025-05-02")).isEqualTo(Status.UNDERPERFORMANCE);
	}

	@Test
	void aWithdrawnFigureIsARestatementAndSoIsWhatComesInItsPlace() {
		record("2025-01-31");
		move("2025-01", "120", "2025-02-05");
		this.post.withdrawal(BEDS, "2025-01", "2025-02-10T09:00:00Z");

		assertThat(record("2025-02-10").changes()).extracting(Change::kind, Change::asOf)
			.containsExactly(tuple(NewsKind.STATUS_CHANGE, day("2025-02-10")),
					tuple(NewsKind.RESTATEMENT, day("2025-01-31")));
		assertThat(move("2025-01", "80", "2025-02-12").changes()).extracting(Change::kind, Change::asOf)
			.containsExactly(tuple(NewsKind.STATUS_CHANGE, day("2025-02-12")),
					tuple(NewsKind.RESTATEMENT, day("2025-01-31")));
	}

	@Test
	void anExtractThatComesLateIsNoRestatement() {
		record("2025-01-31");
		record("2025-02-01");

		assertThat(move("2025-01", "80", "2025-02-10").changes()).extracting(Change::kind)
			.containsExactly(NewsKind.STATUS_CHANGE);
	}

	@Test
	void aWithdrawnAchievementIsARestatement() {
		this.plans.start(beds("100").plan(new Milestone(OPENED, "Ward opened", day("2025-01-25"), null)));
		achieve("2025-01-31", "2025-01-20", "2025-02-02T09:00:00Z");
		assertThat(status(record("2025-02-05"))).isEqualTo(Status.ON_TRACK);
		achieve("2025-01-31", null, "2025-02-10T09:00:00Z");

		assertThat(record("2025-02-10").changes()).extracting(Change::kind, Change::asOf)
			.containsExactly(tuple(NewsKind.STATUS_CHANGE, day("2025-02-10")),
					tuple(NewsKind.RESTATEMENT, day("2025-01-31")));
	}

	@Test
	void aTargetChangedMidYearIsNoRestatementAndOldAssessmentsKeepTheOldTarget() {
		record("2025-02-05");
		this.plans.edit(plan("200"), "2025-02-10T09:00:00Z");

		assertThat(record("2025-02-10").changes()).extracting(Change::kind, Change::byEdit)
			.containsExactly(tuple(NewsKind.STATUS_CHANGE, true));
		assertThat(statusAsOf("2024-12-31", "2025-02-09")).isEqualTo(Status.ON_TRACK);
		assertThat(statusAsOf("2024-12-31", "2025-02-10")).isEqualTo(Status.UNDERPERFORMANCE);
		assertThat(this.jdbc.sql("select plan_version from assessment_run order by number").query(Integer.class).list())
			.containsExactly(1, 2);
	}

	@Test
	void anEditedPlanAwaitsARunAndAFigureThatMovesTheStatusIsNotPutDownToTheEdit() {
		assertThat(awaitsRun("2025-01-10")).isFalse();
		record("2025-01-10");
		assertThat(awaitsRun("2025-01-10")).isFalse();

		this.plans.edit(plan("101"), "2025-01-10T15:00:00Z");
		assertThat(awaitsRun("2025-01-10")).isTrue();
		this.post.figure(BEDS, "2025-01", "99", "2025-02-05T09:00:00Z");
		assertThat(record("2025-02-10").changes()).extracting(Change::kind, Change::byEdit)
			.contains(tuple(NewsKind.STATUS_CHANGE, false));
		assertThat(awaitsRun("2025-02-10")).isFalse();
	}

	private boolean awaitsRun(String day) {
		return this.assessments.awaitsRun(this.plans.knownOn(day(day)).find(Example.EDITION).orElseThrow(), day(day));
	}

	@Test
	void saysThatAnOverrideEndsSoonOnceAndThatItHasEnded() {
		record("2025-01-10");
		this.post.report(
				(store) -> store.recordOverride(Example.EDITION,
						new StatusOverride(WARDS, Status.DELAYED, "Contract not signed", "office", day("2025-01-11"),
								day("2025-01-31"),
								new Origin(null, null, Place.line(0), Instant.parse("2025-01-11T09:00:00Z")))),
				this.reports);

		assertThat(record("2025-01-11").changes()).extracting(Change::kind).containsExactly(NewsKind.STATUS_CHANGE);
		assertThat(record("2025-01-23").changes()).isEmpty();
		assertThat(record("2025-01-24").changes()).extracting(Change::key)
			.containsExactly(Example.EDITION + ":override-lapsing:6b:2025-01-11:2025-01-31");
		assertThat(record("2025-01-31").changes()).isEmpty();
		PlanAssessed lapsed = record("2025-02-01");
		assertThat(lapsed.changes()).extracting(Change::kind).containsExactly(NewsKind.RECOVERY);
		assertThat(status(lapsed)).isEqualTo(Status.ON_TRACK);
	}

	@Test
	void anObjectiveThatNoLongerAppliesIsAChangeAndNoRecovery() {
		record("2025-01-10");
		this.plans.edit(beds("100").plan(new Objective.Retirement(day("2025-01-15"), "The focus changed")),
				"2025-01-14T09:00:00Z");

		assertThat(record("2025-01-15").changes()).extracting(Change::kind).containsExactly(NewsKind.STATUS_CHANGE);
	}

	@Test
	void remembersSinceWhenEachObjectiveStandsAsItStands() {
		record("2025-01-10");
		record("2025-01-20");
		move("2025-01", "99", "2025-02-05");
		record("2025-02-06");

		assertThat(this.assessments.standings(Example.EDITION))
			.containsExactly(new Assessments.Standing(WARDS, Status.UNDERPERFORMANCE, day("2025-02-05")));
		assertThat(this.assessments.standings(List.of(PlanId.of("never-assessed"), Example.EDITION))).hasSize(1)
			.hasEntrySatisfying(Example.EDITION, (found) -> assertThat(found).isEqualTo(new Assessments.RunStandings(
					this.assessments.lastRun().orElseThrow(), this.assessments.standings(Example.EDITION))));
		assertThat(this.assessments.history(Example.EDITION, WARDS))
			.extracting((each) -> each.run().asOf(), Assessments.Recorded::status)
			.containsExactly(tuple(day("2025-01-10"), Status.ON_TRACK),
					tuple(day("2025-02-05"), Status.UNDERPERFORMANCE));
	}

	@Test
	void whatPeopleSetAndEndLeavesTheLastMovesOfTheFiguresAsTheyWere() {
		record("2025-01-10");
		move("2025-01", "99", "2025-02-05");
		Assessments.RunFindings moved = this.assessments.lastMoves(Example.EDITION).orElseThrow();
		assertThat(moved.run().asOf()).isEqualTo(day("2025-02-05"));
		assertThat(moved.findings()).containsExactly(Map.entry(WARDS,
				new Assessments.RunFinding(Status.ON_TRACK, Status.UNDERPERFORMANCE, Status.UNDERPERFORMANCE)));

		this.post.report(
				(store) -> store.recordOverride(Example.EDITION,
						new StatusOverride(WARDS, Status.DELAYED, "Contract not signed", "office", day("2025-02-06"),
								day("2025-02-07"),
								new Origin(null, null, Place.line(0), Instant.parse("2025-02-06T09:00:00Z")))),
				this.reports);
		record("2025-02-06");
		record("2025-02-08");

		assertThat(this.assessments.lastMoves(Example.EDITION)).contains(moved);
	}

	@Test
	void knowsNoRunBeforeTheFirst() {
		assertThat(this.assessments.lastMoves(Example.EDITION)).isEmpty();
		assertThat(this.assessments.lastRun()).isEmpty();
		assertThat(this.assessments.standings(Example.EDITION)).isEmpty();
		assertThat(this.assessments.history(Example.EDITION, WARDS)).isEmpty();
	}

	@Test
	void keepsTheExplanationAsDataAndTheSentenceThatWasSaid() {
		record("2025-01-10");

		assertThat(this.jdbc.sql("select explanation #>> '{because,1,rule}' from objective_status")
			.query(String.class)
			.single()).isEqualTo("requirement_met");
		assertThat(this.jdbc.sql("select explanation #>> '{because,1,sentence}' from objective_status")
			.query(String.class)
			.single())
			.isEqualTo("Virtual ward beds: 150 in December 2024, against 100 required from 1 January 2020: "
					+ "met. (extract.csv, line 2)");
	}

	private void achieve(String asOf, String achieved, String knownAt) {
		this.post.report(
				(store) -> store.recordMilestones(Example.EDITION,
						List.of(new MilestoneReport(OPENED, day(asOf), null, (achieved != null) ? day(achieved) : null,
								achieved == null, "", new Origin(null, null, Place.line(0), Instant.parse(knownAt))))),
				this.reports);
	}

	private PlanAssessed move(String period, String beds, String day) {
		this.post.figure(BEDS, period, beds, day + "T09:00:00Z");
		return record(day);
	}

	private PlanAssessed record(String day) {
		return this.assessments.record(LocalDate.parse(day), false).get(0);
	}

	private Status statusAsOf(String asOf, String knownOn) {
		return this.assessments.assess(Example.EDITION, day(asOf), day(knownOn)).objectives().get(0).computed();
	}

	private static Status status(PlanAssessed assessed) {
		return assessed.now().objectives().get(0).status();
	}

	private static Plan plan(String beds) {
		return beds(beds).plan();
	}

	private static Example beds(String standard) {
		return Example.beds().maintain(Basis.latest(), standard);
	}

}

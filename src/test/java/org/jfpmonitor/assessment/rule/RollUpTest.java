package org.jfpmonitor.assessment.rule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.Written;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.StatusOverride;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jfpmonitor.assessment.Written.day;

class RollUpTest {

	private static final LocalDate TODAY = day("2025-03-31");

	private static final Origin ORIGIN = new Origin(DeliveryId.of(9), "progress-2025-03.csv", Place.line(3),
			Instant.parse("2025-03-30T09:00:00Z"));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					# beds against 202, to be reached: a figure, (-) no target yet, (?) no figure yet | milestones: (a)chieved, (o)n track, (d)elayed | status | rule
					170 | a o d | UNDERPERFORMANCE | WORST_OF_PARTS
					170 | a a a | UNDERPERFORMANCE | WORST_OF_PARTS
					202 | a o d | DELAYED          | WORST_OF_PARTS
					202 | a o a | ON_TRACK         | WORST_OF_PARTS
					202 | a a   | COMPLETED        | ALL_PARTS_COMPLETED
					-   | a a   | ON_TRACK         | COMPLETED_SO_FAR
					-   | a o   | ON_TRACK         | WORST_OF_PARTS
					-   | d     | DELAYED          | WORST_OF_PARTS
					?   | a a   |                  | DATA_MISSING
					?   | a o   |                  | DATA_MISSING
					?   | a d   | DELAYED          | WORST_OF_PARTS
					?   |       |                  | NOTHING_ASSESSED
					-   |       |                  | NOTHING_ASSESSED
					""")
	void theWorstAssessedPartDecidesAndCompletedNeedsThemAll(String beds, String milestones, Status status, Rule rule) {
		ObjectiveAssessment objective = objective(beds, (milestones != null) ? milestones : "", null);

		assertThat(objective.computed()).isEqualTo(status);
		assertThat(objective.because().get(0).rule()).isEqualTo(rule);
		assertThat(objective.because().get(0).therefore()).isEqualTo(status);
	}

	@Test
	void namesThePartsThatDecided() {
		assertThat(objective("202", "a d d", null).because().get(0).facts().names()).containsExactly("Milestone 1",
				"Milestone 2");
	}

	@Test
	void namesThePartsThatKeepItFromCompleted() {
		Reason whole = objective("-", "a a", null).because().get(0);

		assertThat(whole.facts().names()).containsExactly("Virtual ward beds");
		assertThat(whole.facts().count()).isEqualTo(1);
		assertThat(whole.facts().asked()).isEqualTo(3);
	}

	@Test
	void namesThePartsThatLackData() {
		assertThat(objective("?", "a o", null).because().get(0).facts().names()).containsExactly("Virtual ward beds");
	}

	@Test
	void givesTheReasonOfEveryPartAfterItsOwn() {
		assertThat(objective("170", "a o d", null).because()).extracting(Reason::part)
			.containsExactly("6b", "virtual-ward-beds", "milestone-0", "milestone-1", "milestone-2");
	}

	@Test
	void aRetiredObjectiveNoLongerApplies() {
		Objective.Retirement retired = new Objective.Retirement(TODAY, "The focus changed");

		assertThat(objective("170", "d", retired).computed()).isEqualTo(Status.NO_LONGER_APPLICABLE);
		assertThat(objective("170", "d", new Objective.Retirement(TODAY.plusDays(1), "Soon")).computed())
			.isEqualTo(Status.UNDERPERFORMANCE);
	}

	@ParameterizedTest
	@CsvSource({
			// achieved, forecast, status, rule; due on 31 March 2025, the day itself
			",, ON_TRACK, MILESTONE_NOT_YET_DUE", ", 2025-03-31, ON_TRACK, MILESTONE_NOT_YET_DUE",
			", 2025-04-01, DELAYED, MILESTONE_FORECAST_LATE", "2025-03-31, 2025-04-30, COMPLETED, MILESTONE_ACHIEVED",
			"2025-04-01,, ON_TRACK, MILESTONE_NOT_YET_DUE" })
	void aMilestoneStandsByItsDays(LocalDate achieved, LocalDate forecast, Status status, Rule rule) {
		MilestoneAssessment assessed = MilestoneAssessor.assess(milestone("one", "2025-03-31"),
				report("one", forecast, achieved), TODAY);

		assertThat(assessed.status()).isEqualTo(status);
		assertThat(assessed.reason().rule()).isEqualTo(rule);
	}

	@Test
	void aMilestoneThatNobodyReportsIsDelayedTheDayAfterItWasDue() {
		Milestone milestone = milestone("one", "2025-03-31");

		assertThat(MilestoneAssessor.assess(milestone, null, TODAY).status()).isEqualTo(Status.ON_TRACK);
		assertThat(MilestoneAssessor.assess(milestone, null, TODAY.plusDays(1)).status()).isEqualTo(Status.DELAYED);
	}

	@Test
	void anAchievementStaysCompletedHoweverLateItCame() {
		MilestoneAssessment assessed = MilestoneAssessor.assess(milestone("one", "2024-05-31"),
				report("one", null, day("2025-03-01")), TODAY);

		assertThat(assessed.status()).isEqualTo(Status.COMPLETED);
	}

	@Test
	void overrideAndPublishedPositionStandBesideTheComputedStatus() {
		Example beds = Example.beds().reach(1, Written.at("2025-03-31", "202")).figures("2025-03", "170");
		ObjectiveCode code = ObjectiveCode.of("6b");
		AssessmentInput input = beds.input(List.of(),
				List.of(new PublishedPosition(code, TODAY, Status.COMPLETED, "Done", ORIGIN)),
				List.of(new StatusOverride(code, Status.DELAYED, "Contract not signed", "office", TODAY,
						TODAY.plusDays(6), ORIGIN)));
		PlanAssessment now = Assessor.assess(Example.version(beds.plan()), input, TODAY, TODAY);
		PlanAssessment lapsed = Assessor.assess(Example.version(beds.plan()), input, TODAY.plusDays(7),
				TODAY.plusDays(7));
		ObjectiveAssessment objective = now.objectives().get(0);

		assertThat(objective.status()).isEqualTo(Status.DELAYED);
		assertThat(objective.computed()).isEqualTo(Status.UNDERPERFORMANCE);
		assertThat(objective.published().status()).isEqualTo(Status.COMPLETED);
		assertThat(objective.agrees()).isFalse();
		assertThat(lapsed.objectives().get(0).status()).isEqualTo(Status.UNDERPERFORMANCE);
		assertThat(lapsed.objectives().get(0).override()).isNull();
	}

	private static ObjectiveAssessment objective(String beds, String milestones, Objective.Retirement retired) {
		Example example = "-".equals(beds) ? Example.beds().withoutTarget("Not published.")
				: Example.beds().reach(1, Written.at("2025-03-31", "202"));
		if (Character.isDigit(beds.charAt(0))) {
			example.figures("2025-03", beds);
		}
		List<Milestone> all = new ArrayList<>();
		List<MilestoneReport> reports = new ArrayList<>();
		for (String letter : milestones.isEmpty() ? new String[0] : milestones.split(" ", -1)) {
			String id = "milestone-" + all.size();
			all.add(new Milestone(MilestoneId.of(id), "Milestone " + all.size(),
					"d".equals(letter) ? day("2025-03-30") : day("2025-04-30"), null));
			if ("a".equals(letter)) {
				reports.add(report(id, null, day("2025-03-01")));
			}
		}
		return Assessor
			.assess(Example.version(example.plan(retired, all.toArray(Milestone[]::new))),
					example.input(reports, List.of(), List.of()), TODAY, TODAY)
			.objectives()
			.get(0);
	}

	private static Milestone milestone(String id, String due) {
		return new Milestone(MilestoneId.of(id), "Milestone " + id, day(due), null);
	}

	private static MilestoneReport report(String id, LocalDate forecast, LocalDate achieved) {
		return new MilestoneReport(MilestoneId.of(id), day("2025-03-28"), forecast, achieved, false, "", ORIGIN);
	}

}

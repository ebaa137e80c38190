package org.jfpmonitor.assessment.words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.reason.ObjectiveReason;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.reason.ValuePair;
import org.jfpmonitor.assessment.rule.Assessor;
import org.jfpmonitor.assessment.rule.MilestoneAssessor;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.organisation.Organisation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MilestoneId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.StatusOverride;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jfpmonitor.assessment.Written.at;
import static org.jfpmonitor.assessment.Written.day;
import static org.jfpmonitor.assessment.Written.number;

class PhrasingTest {

	private static final Origin ORIGIN = new Origin(DeliveryId.of(9), "progress-2025-03.csv", Place.line(3),
			Instant.parse("2025-03-30T09:00:00Z"));

	private static final Objective WARDS = Example.beds().plan().objectives().get(0);

	@Test
	void saysAStatusAsThePlanPrintsIt() {
		assertThat(Phrasing.status(Status.NO_LONGER_APPLICABLE)).isEqualTo("No Longer Applicable");
		assertThat(Phrasing.status(null)).isEqualTo("Not assessed");
	}

	@Test
	void saysWhatWasMissed() {
		assertThat(sentence(Example.beds().reach(3, at("2025-03-31", "202")).figures("2025-03", "170"), "2025-03-31"))
			.isEqualTo("Virtual ward beds: 170 in March 2025, against 202 required from 31 March 2025: missed. "
					+ "(extract-1.csv, line 19)");
	}

	@Test
	void saysWhatWasMet() {
		assertThat(sentence(Example.beds()
			.in(Unit.MINUTES)
			.lowerIsBetter()
			.maintain(Basis.yearToDate(Basis.Combined.RATIO), "1800")
			.figures("2024-04", "17400/10 36000/20 1700/1"), "2024-06-30"))
			.isEqualTo("Virtual ward beds: 29.6 minutes for April to June 2024, against 30 minutes required from "
					+ "1 January 2020: met. (extract-1.csv, line 19; extract-2.csv, line 19; extract-3.csv, line 19)");
	}

	@Test
	void countsThePlacesOfAFigureThatRestsOnMany() {
		assertThat(sentence(Example.beds()
			.target(new Target(Target.Kind.MAINTAIN, Basis.yearToDate(Basis.Combined.SUM), null,
					new Trajectory.ByDate(List.of(at("2025-03-31", "10"))), 1, null))
			.figures("2024-04", "1 2 3 4 5 6 7 8 9 10 11 12"), "2025-03-31"))
			.isEqualTo("Virtual ward beds: 78 in 2024/25, against 10 required from 31 March 2025: met. "
					+ "(12 lines of 12 files, the last extract-12.csv, line 19)");
	}

	@ParameterizedTest
	@CsvSource({ "PERCENT, 0.9204, 0.92, 92.04%, 92%", "PERCENT, 0.97, 0.92, 97%, 92%",
			"COUNT, 201.99, 202, 201.99, 202", "MINUTES, 1800.1, 1800, 30.002 minutes, 30 minutes",
			"PERCENT, 0.92, 0.920, 92%, 92%" })
	void neverPrintsTwoDifferentValuesAlike(Unit unit, String observed, String expected, String one, String other) {
		assertThat(ValuePair.of(unit, number(observed), number(expected))).isEqualTo(new ValuePair(one, other));
	}

	@Test
	void saysThatATargetIsHeldOrNotYet() {
		Example beds = Example.beds().reach(3, at("2025-03-31", "202")).figures("2025-03", "204 205 206 201");

		assertThat(statement(beds, "2025-04-30")).isEqualTo("Virtual ward beds: 205 in April 2025; the final target of "
				+ "202 is met, so far for 2 of the 3 periods in a row that the plan asks for.");
		assertThat(statement(beds, "2025-05-31")).isEqualTo("Virtual ward beds: 206 in May 2025; the final target of "
				+ "202 has been met for 3 periods in a row, and 3 were asked for.");
		assertThat(statement(beds, "2025-06-30")).isEqualTo("Virtual ward beds: 201 in June 2025, against 202 required "
				+ "from 31 March 2025: the final target had been met and held until 31 May 2025, and is missed again.");
		assertThat(statement(Example.beds().reach(1, at("2025-03-31", "202")).figures("2025-03", "202"), "2025-03-31"))
			.isEqualTo("Virtual ward beds: 202 in March 2025; the final target of 202 is met.");
	}

	@Test
	void saysThatAFigureIsGoodEnoughForNowThoughTheFinalTargetWasLost() {
		assertThat(statement(Example.beds()
			.lowerIsBetter()
			.reach(1, at("2024-04-30", "12"), at("2028-03-31", "6"))
			.figures("2024-05", "6 7"), "2024-06-30"))
			.isEqualTo("Virtual ward beds: 7 in June 2024, against the final target of 6, which had been met and held "
					+ "until 31 May 2024 and is missed again; it is good enough for now.");
	}

	@Test
	void saysWhyThereIsNoStatus() {
		assertThat(statement(Example.beds().maintain(Basis.latest(), "1"), "2025-03-31"))
			.isEqualTo("Virtual ward beds: not assessed, because no figure has come yet.");
		assertThat(statement(Example.beds().maintain(Basis.latest(), "1").figures("2024-12", "5"), "2025-03-31"))
			.isEqualTo("Virtual ward beds: not assessed, because there is no figure since December 2024; the one for "
					+ "January 2025 was due by 20 February 2025.");
		assertThat(statement(
				Example.beds().withoutTarget("The refreshed bundle is not published.").figures("2025-03", "5"),
				"2025-03-31"))
			.isEqualTo("Virtual ward beds: not assessed, because the plan sets no target yet: The refreshed bundle is "
					+ "not published. The figure in March 2025 is 5.");
		assertThat(statement(Example.beds().reach(1, at("2025-04-30", "9")).figures("2025-03", "5"), "2025-03-31"))
			.isEqualTo("Virtual ward beds: not assessed, because the plan states no value required in March 2025; the "
					+ "figure is 5.");
		assertThat(
				statement(Example.beds().maintain(Basis.latest(), "1").figures("2025-03", "suppressed"), "2025-03-31"))
			.isEqualTo("Virtual ward beds: not assessed, because the figure for March 2025 is withheld, because it is "
					+ "small or would give a small one away.");
		assertThat(statement(Example.beds().maintain(Basis.latest(), "1").figures("2025-03", "missing"), "2025-03-31"))
			.isEqualTo("Virtual ward beds: not assessed, because the figure for March 2025 was not submitted or is not "
					+ "available.");
		assertThat(statement(Example.beds().maintain(Basis.latest(), "1").figures("2025-03", "0/0"), "2025-03-31"))
			.isEqualTo("Virtual ward beds: not assessed, because there was nothing to measure for March 2025.");
		assertThat(statement(
				Example.beds().maintain(Basis.rolling(3, Basis.Combined.SUM), "1").figures("2025-01", "5 - 5"),
				"2025-03-31"))
			.isEqualTo("Virtual ward beds: not assessed, because it is judged over 3 periods, and there is no figure "
					+ "for February 2025.");
		assertThat(statement(
				Example.beds().maintain(Basis.rolling(2, Basis.Combined.RATIO), "1").figures("2025-02", "5 5"),
				"2025-03-31"))
			.isEqualTo("Virtual ward beds: not assessed, because the figures for February to March 2025 come without "
					+ "the numerators and denominators that adding them up needs.");
		assertThat(statement(Example.beds()
			.ofOrganisations("RM1", "RCX", "RGP")
			.maintain(Basis.latest(), "1")
			.figuresOf("RM1", "2025-03", "5"), "2025-03-31"))
			.isEqualTo("Virtual ward beds: not assessed, because for March 2025 there is no figure of Queen Elizabeth "
					+ "and James Paget.");
		assertThat(statement(Example.beds().maintain(Basis.latest(), "1").figures("2026-03", "5"), "2026-06-30"))
			.isEqualTo("Virtual ward beds: not assessed, because Norfolk and Waveney ICB closed on 31 March 2026 and "
					+ "its figures end there; its successor is Norfolk and Suffolk ICB.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					2025-04-30 |            | 2025-03-01 | Milestone: achieved on 1 March 2025, due by 30 April 2025.
					2024-05-31 |            | 2025-03-01 | Milestone: achieved on 1 March 2025, after it was due on 31 May 2024.
					2025-04-30 |            |            | Milestone: due by 30 April 2025.
					2025-04-30 | 2025-04-01 |            | Milestone: due by 30 April 2025, expected by 1 April 2025.
					2025-04-30 | 2025-06-30 |            | Milestone: due by 30 April 2025, but expected by 30 June 2025.
					2024-05-31 |            |            | Milestone: was due by 31 May 2024 and is not achieved.
					2024-05-31 | 2024-05-01 |            | Milestone: was due by 31 May 2024 and is not achieved.
					2024-05-31 | 2025-06-30 |            | Milestone: was due by 31 May 2024 and is not achieved; now expected by 30 June 2025.
					""")
	void saysHowAMilestoneStands(LocalDate due, LocalDate forecast, LocalDate achieved, String words) {
		Milestone milestone = new Milestone(MilestoneId.of("one"), "Milestone", due, null);
		Reason reason = MilestoneAssessor
			.assess(milestone,
					new MilestoneReport(milestone.id(), day("2025-03-28"), forecast, achieved, false, "", ORIGIN),
					day("2025-03-31"))
			.reason();

		assertThat(reason.sentence()).isEqualTo(words + " (progress-2025-03.csv, line 3)");
	}

	@Test
	void saysWhyByTheFiguresAndWhatIsRequiredOfThem() {
		Reason beds = Example.beds()
			.reach(3, at("2025-03-31", "202"))
			.figures("2025-03", "170")
			.asOf("2025-03-31")
			.reason();
		Reason response = Example.beds()
			.in(Unit.MINUTES)
			.lowerIsBetter()
			.maintain(Basis.latest(), "1800")
			.figures("2025-03", "1980")
			.asOf("2025-03-31")
			.reason();
		Reason waits = Example.beds()
			.lowerIsBetter()
			.maintain(Basis.latest(), "0")
			.figures("2025-03", "468")
			.asOf("2025-03-31")
			.reason();

		assertThat(worst(Status.UNDERPERFORMANCE, beds, response, waits)).isEqualTo(
				"Virtual ward beds: 170 (target 202 or more); Virtual ward beds: 33 minutes (target 30 minutes or less);"
						+ " Virtual ward beds: 468 (target 0).");
		assertThat(worst(Status.ON_TRACK,
				Example.beds()
					.reach(1, at("2024-04-30", "100"), at("2025-03-31", "160"))
					.figures("2024-09", "120")
					.asOf("2024-09-30")
					.reason()))
			.isEqualTo("Virtual ward beds: 120 (target 100 or more).");
	}

	@Test
	void countsTheMilestonesDoneAndSaysWhenTheNextIsDue() {
		Reason done = milestone("A", "2024-06-30", null, "2024-06-01");
		Reason next = milestone("B", "2025-09-30", null, null);
		Reason last = milestone("C", "2026-03-31", null, null);

		assertThat(worst(Status.ON_TRACK, done, done, done, last))
			.isEqualTo("3 of 4 milestones done, the last is due on 31 March 2026.");
		assertThat(worst(Status.ON_TRACK, done, last, next))
			.isEqualTo("1 of 3 milestones done, the next is due on 30 September 2025.");
		assertThat(worst(Status.ON_TRACK, last)).isEqualTo("Its milestone is due on 31 March 2026.");
		assertThat(new ObjectiveReason.AllPartsCompleted(WARDS, List.of(done, done)).sentence())
			.isEqualTo("Both milestones are done.");
	}

	@Test
	void saysHowManyMilestonesAreLateAndHowLate() {
		Reason done = milestone("A", "2024-06-30", null, "2024-06-01");
		Reason late = milestone("B", "2025-01-31", "2025-09-30", null);
		Reason silent = milestone("C", "2025-02-28", null, null);

		assertThat(worst(Status.DELAYED, done, late))
			.isEqualTo("B: was due by 31 January 2025 and is not achieved; now expected by 30 September 2025.");
		assertThat(worst(Status.DELAYED, done, late, silent))
			.isEqualTo("2 of 3 milestones are overdue, the first due on 31 "
					+ "January 2025, the last now expected by 30 September 2025.");
	}

	@Test
	void callsNothingOverdueWhoseDayIsStillToCome() {
		Reason silent = milestone("A", "2025-02-28", null, null);
		Reason expectedLate = milestone("B", "2025-06-30", "2025-09-30", null);

		assertThat(worst(Status.DELAYED, expectedLate, expectedLate))
			.isEqualTo("2 of 2 milestones are expected late, the first due on 30 June 2025, the last now expected "
					+ "by 30 September 2025.");
		assertThat(worst(Status.DELAYED, silent, expectedLate))
			.isEqualTo("2 of 2 milestones are overdue or expected late, the first due on 28 February 2025, the last "
					+ "now expected by 30 September 2025.");
	}

	@Test
	void saysOfHowManyPartsThereIsNothingToSay() {
		Reason done = milestone("A", "2024-06-30", null, "2024-06-01");
		Reason unset = Example.beds().withoutTarget("").asOf("2025-03-31").reason();
		Reason missing = Example.beds().maintain(Basis.latest(), "1").asOf("2025-03-31").reason();

		assertThat(new ObjectiveReason.CompletedSoFar(WARDS, List.of(done, unset, unset)).sentence())
			.isEqualTo("Its milestone is done. 2 of 3 parts have no target yet.");
		assertThat(new ObjectiveReason.DataMissing(WARDS, List.of(done, missing)).sentence())
			.isEqualTo("Virtual ward beds: not assessed, because no figure has come yet.");
		assertThat(new ObjectiveReason.DataMissing(WARDS, List.of(done, missing, missing, unset)).sentence())
			.isEqualTo("Not assessed. Figures are missing to judge Virtual ward beds and Virtual ward beds. "
					+ "1 of 4 parts has no target yet.");
		Reason withheld = Example.beds()
			.maintain(Basis.latest(), "1")
			.figures("2025-03", "suppressed")
			.asOf("2025-03-31")
			.reason();
		assertThat(new ObjectiveReason.DataMissing(WARDS, List.of(done, withheld, missing)).sentence())
			.isEqualTo("Not assessed. Figures are missing to judge Virtual ward beds. The figure of Virtual ward beds "
					+ "is withheld, because it is small or would give a small one away.");
		assertThat(new ObjectiveReason.NothingAssessed(WARDS, List.of(unset)).sentence())
			.isEqualTo("Virtual ward beds: not assessed, because the plan sets no target yet.");
		assertThat(new ObjectiveReason.NothingAssessed(WARDS, List.of(unset, unset)).sentence())
			.isEqualTo("Not assessed. 2 of 2 parts have no target yet.");
		assertThat(new ObjectiveReason.NothingAssessed(WARDS, List.of()).sentence())
			.isEqualTo("Not assessed: the plan names no measure and no milestone for it.");
	}

	@Test
	void saysSinceWhenAnObjectiveNoLongerApplies() {
		Reason reason = new ObjectiveReason.Retired(WARDS, day("2024-10-01"), "The focus of this ambition changed.");

		assertThat(reason.sentence()).isEqualTo(
				"No Longer Applicable since 1 October 2024, as the plan says: The focus of this ambition changed.");
	}

	@Test
	void saysSinceWhenAMeasureIsSustained() {
		Example beds = Example.beds().maintain(Basis.latest(), "200").figures("2025-01", "150 200 210 100");

		assertThat(Phrasing.sustained(beds.asOf("2025-02-28"))).isEqualTo("Met what was required in February 2025.");
		assertThat(Phrasing.sustained(beds.asOf("2025-03-31")))
			.isEqualTo("Has met what was required since February 2025.");
		assertThat(Phrasing.sustained(beds.asOf("2025-04-30"))).isEmpty();
		assertThat(Phrasing.sustained(Example.beds()
			.every(Cadence.QUARTERLY)
			.maintain(Basis.latest(), "200")
			.figures("2024-Q2", "200 210")
			.asOf("2024-12-31"))).isEqualTo("Has met what was required since 1 July 2024.");
	}

	@Test
	void saysWhatAnEarlyWarningSaw() {
		assertThat(Phrasing.warning(Example.beds()
			.maintain(Basis.latest(), "100")
			.figures("2024-04", "200 204 198 203 199 202 201 197 203 200 198 204 170")
			.asOf("2025-04-30")))
			.isEqualTo("Virtual ward beds: still On Track, but there is a significant change for the worse: the"
					+ " latest figure is below the lower process limit. Its figures have shown such a change since April 2025.");
		assertThat(Phrasing.warning(Example.beds()
			.reach(1, at("2024-04-30", "100"), at("2025-03-31", "160"))
			.figures("2024-04", "100 100 100 100 100 100")
			.asOf("2024-09-30")))
			.isEqualTo("Virtual ward beds: still On Track, but its latest figures show no clear trend and lead to"
					+ " 100 by 31 March 2025, against 160 required. First seen in September 2024.");
		assertThat(Phrasing.warning(Example.beds()
			.reach(1, at("2024-04-30", "90"), at("2025-03-31", "160"))
			.figures("2024-04", "100 99 98 97 96 95")
			.asOf("2024-09-30")))
			.isEqualTo("Virtual ward beds: still On Track, but the trend of its latest figures leads to 89.1 by"
					+ " 31 March 2025, against 160 required. First seen in September 2024.");
		assertThat(Phrasing.warning(Example.beds().maintain(Basis.latest(), "1").asOf("2025-03-31"))).isEmpty();
	}

	@Test
	void saysWhetherPublishedAndComputedAgree() {
		assertThat(Phrasing.agreement(objective(Status.COMPLETED, null)))
			.isEqualTo("Published as Completed as of 31 March 2025; the figures and milestones say Underperformance.");
		assertThat(Phrasing.agreement(objective(Status.UNDERPERFORMANCE, null)))
			.isEqualTo("Published as Underperformance as of 31 March 2025; the figures and milestones say the same.");
		assertThat(Phrasing.agreement(objective(null, null))).isEmpty();
	}

	@Test
	void saysWhoSetAStatusUntilWhenAndWhy() {
		StatusOverride override = new StatusOverride(ObjectiveCode.of("6b"), Status.DELAYED,
				"The contract is not signed.", "programme-office", day("2025-04-01"), day("2025-04-30"), ORIGIN);

		assertThat(Phrasing.override(override)).isEqualTo("Set to Delayed by programme-office from 1 April 2025 to the "
				+ "end of 30 April 2025: The contract is not signed.");
	}

	@Test
	void saysWhereTheFiguresOfAClosedOrganisationWent() {
		LocalDate last = LocalDate.of(2026, 3, 31);
		OrganisationCode next = OrganisationCode.of("T6Y0W");
		Organisation closed = new Organisation(OrganisationCode.of("QMM"), "Norfolk and Waveney ICB",
				Organisation.Type.ICB, List.of(), null, last, List.of(next));
		Organisation successor = new Organisation(next, "Norfolk and Suffolk ICB", Organisation.Type.ICB, List.of(),
				last.plusDays(1), null, List.of());

		assertThat(Phrasing.closure(closed, last, List.of(successor))).isEmpty();
		assertThat(Phrasing.closure(closed, last.plusDays(1), List.of(successor)))
			.isEqualTo("Norfolk and Waveney ICB closed on 31 March 2026, and its figures end there."
					+ " Norfolk and Suffolk ICB (T6Y0W) follows it;"
					+ " its figures are a series of their own and are not joined to these.");
		assertThat(Phrasing.closure(closed, last.plusDays(1), List.of()))
			.isEqualTo("Norfolk and Waveney ICB closed on 31 March 2026, and its figures end there.");
		assertThat(Phrasing.closure(successor, last.plusDays(1), List.of())).isEmpty();
	}

	@Test
	void saysThatNobodyGoesOnWithTheFiguresOfWhoWasSplit() {
		LocalDate last = LocalDate.of(2026, 3, 31);
		Organisation split = new Organisation(OrganisationCode.of("QJG"), "Suffolk ICB", Organisation.Type.ICB,
				List.of(), null, last, List.of(OrganisationCode.of("D7T5G"), OrganisationCode.of("T6Y0W")));
		List<Organisation> successors = Stream.of("D7T5G", "T6Y0W")
			.map((code) -> new Organisation(OrganisationCode.of(code), "ICB " + code, Organisation.Type.ICB, List.of(),
					last.plusDays(1), null, List.of()))
			.toList();

		assertThat(Phrasing.closure(split, last.plusDays(1), successors))
			.isEqualTo("Suffolk ICB closed on 31 March 2026, and its figures end there. It was split between"
					+ " ICB D7T5G (D7T5G) and ICB T6Y0W (T6Y0W); their figures are series of their own, and none of them"
					+ " goes on with these.");
	}

	@Test
	void saysEveryKindOfNews() {
		StatusOverride override = new StatusOverride(ObjectiveCode.of("6b"), Status.DELAYED, "Not signed.", "office",
				day("2025-03-01"), day("2025-04-02"), ORIGIN);
		ObjectiveAssessment objective = objective(Status.COMPLETED, override);

		assertThat(Phrasing.change(change(Change.NewsKind.STATUS_CHANGE, objective(Status.COMPLETED, null))))
			.isEqualTo("6b Virtual wards moved from On Track to Underperformance.");
		assertThat(Phrasing.change(change(Change.NewsKind.STATUS_CHANGE, objective))).isEqualTo(
				"6b Virtual wards was set to Delayed (computed Underperformance) by office until 2 April 2025: Not signed.");
		assertThat(Phrasing.change(change(Change.NewsKind.RESTATEMENT, objective(Status.COMPLETED, null)))).isEqualTo(
				"6b Virtual wards as of 31 January 2025 moved from On Track to Underperformance, because figures "
						+ "or reports were restated or withdrawn since the run before. Charts mark the figures that were"
						+ " restated and the periods that have none.");
		assertThat(Phrasing.change(change(Change.NewsKind.RESTATEMENT, objective))).isEqualTo(
				"6b Virtual wards as of 31 January 2025 would have moved from On Track to Underperformance, because"
						+ " figures or reports were restated or withdrawn since the run before; that day it was Delayed,"
						+ " set manually. Charts mark the figures that were restated and the periods that have none.");
		assertThat(Phrasing.change(change(Change.NewsKind.OVERRIDE_LAPSING, objective))).isEqualTo(
				"6b Virtual wards: the status set manually ends soon; the computed one is Underperformance. Set to Delayed by office from "
						+ "1 March 2025 to the end of 2 April 2025: Not signed.");
	}

	@Test
	void whatAFigureWasLooksLikeNothingThatItIsHeldAgainst() {
		MeasureSeries series = Example.beds()
			.in(Unit.PERCENT)
			.maintain(Basis.latest(), "0.78")
			.figure("2025-03", "0.779996", "2025-04-10T09:00:00Z")
			.figure("2025-03", "0.8", "2025-04-20T09:00:00Z")
			.asOf("2025-05-01")
			.series();

		assertThat(Phrasing.restated(series, series.restatements().get(0)))
			.isEqualTo("March 2025 is 80%; it was 77.9996% until 19 April 2025.");
	}

	private static Change change(Change.NewsKind kind, ObjectiveAssessment objective) {
		return new Change(kind, "key", objective, null, Status.ON_TRACK, Status.UNDERPERFORMANCE, null, false,
				day("2025-01-31"));
	}

	private static ObjectiveAssessment objective(Status published, StatusOverride override) {
		Example beds = Example.beds().reach(1, at("2025-03-31", "202")).figures("2025-03", "170");
		List<PublishedPosition> positions = (published == null) ? List.of()
				: List.of(new PublishedPosition(ObjectiveCode.of("6b"), day("2025-03-31"), published, "", ORIGIN));
		return Assessor
			.assess(Example.version(beds.plan()),
					beds.input(List.of(), positions, (override != null) ? List.of(override) : List.of()),
					day("2025-03-31"), day("2025-03-31"))
			.objectives()
			.get(0);
	}

	private static String sentence(Example example, String day) {
		return example.asOf(day).reason().sentence();
	}

	private static String worst(Status status, Reason... parts) {
		return new ObjectiveReason.WorstOfParts(WARDS, status, List.of(parts)).sentence();
	}

	private static Reason milestone(String title, String due, @Nullable String forecast, @Nullable String achieved) {
		return MilestoneAssessor.assess(new Milestone(MilestoneId.of("one"), title, day(due), null),
				new MilestoneReport(MilestoneId.of("one"), day("2025-03-28"), (forecast != null) ? day(forecast) : null,
						(achieved != null) ? day(achieved) : null, false, "",
						new Origin(null, null, Place.line(0), ORIGIN.knownAt())),
				day("2025-03-31"))
			.reason();
	}

	private static String statement(Example example, String day) {
		return example.asOf(day).reason().statement();
	}

}

package org.jfpmonitor.assessment.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jfpmonitor.assessment.Written.at;
import static org.jfpmonitor.assessment.Written.day;
import static org.jfpmonitor.assessment.Written.number;

class JudgementTest {

	@ParameterizedTest
	@CsvSource({ "201.999, UNDERPERFORMANCE", "202, ON_TRACK", "202.000, ON_TRACK", "203, ON_TRACK" })
	void meetingAStandardExactlyIsMeetingIt(String figure, Status status) {
		assertThat(
				Example.beds().maintain(Basis.latest(), "202").figures("2025-03", figure).asOf("2025-03-31").status())
			.isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "0, ON_TRACK, 1", "1, UNDERPERFORMANCE, 0" })
	void aZeroTargetIsAnOrdinaryTarget(String figure, Status status, BigDecimal attainment) {
		MeasureAssessment assessed = Example.beds()
			.lowerIsBetter()
			.maintain(Basis.latest(), "0")
			.figures("2025-03", figure)
			.asOf("2025-03-31");

		assertThat(assessed.status()).isEqualTo(status);
		assertThat(assessed.attainment()).isEqualByComparingTo(attainment);
	}

	@Test
	void aStandingStandardIsNeverCompleted() {
		MeasureAssessment assessed = Example.beds()
			.maintain(Basis.latest(), "100")
			.figures("2024-04", "100 ".repeat(24).strip())
			.asOf("2026-03-31");

		assertThat(assessed.status()).isEqualTo(Status.ON_TRACK);
		assertThat(assessed.reason().rule()).isEqualTo(Rule.REQUIREMENT_MET);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# figures from January 2025 on, 202 to be reached from December and held for three periods
			210             | TARGET_MET_NOT_YET_SUSTAINED | ON_TRACK
			210 210         | TARGET_MET_NOT_YET_SUSTAINED | ON_TRACK
			210 210 210     | TARGET_SUSTAINED             | COMPLETED
			170 180 190     | REQUIREMENT_MISSED           | UNDERPERFORMANCE
			170 180 202     | TARGET_MET_NOT_YET_SUSTAINED | ON_TRACK
			170 202 202     | TARGET_MET_NOT_YET_SUSTAINED | ON_TRACK
			202 202 202     | TARGET_SUSTAINED             | COMPLETED
			202 202 - 202   | TARGET_MET_NOT_YET_SUSTAINED | ON_TRACK
			202 202 missing 202 202 | TARGET_MET_NOT_YET_SUSTAINED | ON_TRACK
			202 202 202 201 | TARGET_LOST                  | UNDERPERFORMANCE
			202 202 202 201 202 | TARGET_MET_NOT_YET_SUSTAINED | ON_TRACK
			202 202 201 202 201 | REQUIREMENT_MISSED       | UNDERPERFORMANCE
			202 202 202 201 202 202 202 | TARGET_SUSTAINED | COMPLETED
			""")
	void aTargetToBeReachedIsCompletedOnceHeldAndReopensWhenLost(String figures, Rule rule, Status status) {
		Example beds = Example.beds().reach(3, at("2024-12-31", "202")).figures("2025-01", figures);
		int months = figures.split(" ", -1).length;
		MeasureAssessment assessed = beds.asOf(Period.month(2025, months).lastDay().toString());

		assertThat(assessed.reason().rule()).isEqualTo(rule);
		assertThat(assessed.status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# the plan began on 1 April 2024; 100 binds from the day, to be held for two periods
			2024-01-31 |            | 2024-01 | 100 100 100 100     | TARGET_MET_NOT_YET_SUSTAINED
			2024-01-31 |            | 2024-01 | 100 100 100 100 100 | TARGET_SUSTAINED
			2024-01-31 |            | 2024-01 | 100 100 100 100 90  | REQUIREMENT_MISSED
			2024-06-30 |            | 2024-05 | 100 100             | TARGET_MET_NOT_YET_SUSTAINED
			2024-06-30 |            | 2024-05 | 100 100 100         | TARGET_SUSTAINED
			2024-06-30 |            | 2024-05 | 100 100 90          | REQUIREMENT_MISSED
			2024-06-30 |            | 2024-05 | 100 100 100 90      | TARGET_LOST
			2024-06-30 | 2024-07-31 | 2024-05 | 100 100 100         | TARGET_MET_NOT_YET_SUSTAINED
			2024-06-30 | 2024-07-31 | 2024-05 | 100 100 100 100     | TARGET_SUSTAINED
			""")
	void whatIsSustainedAndWhatIsLostIsCountedFromTheSameDay(String binds, String baseline, String first,
			String figures, Rule rule) {
		Example beds = Example.beds()
			.target(new Target(Target.Kind.REACH, Basis.latest(), (baseline != null) ? at(baseline, "50") : null,
					new Trajectory.ByDate(List.of(at(binds, "100"))), 2, null))
			.figures(first, figures);
		Period last = Period.month(2024, Integer.parseInt(first.substring(5)) + figures.split(" ", -1).length - 1);

		assertThat(beds.asOf(last.lastDay().toString()).reason().rule()).isEqualTo(rule);
	}

	@Test
	void aSumOverAYearDoesNotBindAfterItsYear() {
		Example users = Example.beds()
			.every(Cadence.QUARTERLY)
			.target(new Target(Target.Kind.REACH, Basis.yearToDate(Basis.Combined.SUM), null,
					new Trajectory.ByDate(List.of(at("2025-03-31", "122"))), 1, null))
			.figures("2024-Q1", "40 65 70 70 80 80");

		assertThat(users.asOf("2025-03-31").status()).isEqualTo(Status.COMPLETED);
		assertThat(users.asOf("2025-06-30").status()).isNull();
		assertThat(users.asOf("2025-06-30").reason().statement())
			.isEqualTo("Virtual ward beds: not assessed, because the plan states no value for 2025/26; the figure "
					+ "for April to June 2025 is 80.");
		assertThat(users.asOf("2025-09-30").status()).isNull();
	}

	@Test
	void aSumOverAYearSaysFromWhenItsYearHasAValue() {
		Example users = Example.beds()
			.every(Cadence.QUARTERLY)
			.target(new Target(Target.Kind.REACH, Basis.yearToDate(Basis.Combined.SUM), at("2024-03-31", "0"),
					new Trajectory.StraightLine(List.of(at("2025-03-31", "120"), at("2026-03-31", "240"))), 1, null))
			.figures("2024-Q1", "40 65 70 70 80 80");

		assertThat(users.asOf("2025-06-30").reason().statement())
			.isEqualTo("Virtual ward beds: not assessed, because the plan states no value for 2025/26 before "
					+ "31 March 2026; the figure for April to June 2025 is 80.");
	}

	@Test
	void plannedSharesOfAYearDoNotBindAfterItEither() {
		Example users = Example.beds()
			.every(Cadence.QUARTERLY)
			.target(new Target(Target.Kind.MAINTAIN, Basis.yearToDate(Basis.Combined.SUM), null,
					new Trajectory.Points(Map.of(Cadence.QUARTERLY.periodOf(day("2024-06-30")), number("30"),
							Cadence.QUARTERLY.periodOf(day("2025-03-31")), number("122"))),
					1, null))
			.figures("2024-Q1", "40 65 70 70 80");

		assertThat(users.asOf("2024-06-30").status()).isEqualTo(Status.ON_TRACK);
		assertThat(users.asOf("2025-06-30").reason().rule()).isEqualTo(Rule.NO_REQUIREMENT);
	}

	@ParameterizedTest
	@CsvSource({ "24, 2024-04-30, ON_TRACK", "24 24 24 24 24, 2024-08-31, UNDERPERFORMANCE",
			"8 8 8 8 8 8 8 8 8 8 8, 2025-02-28, ON_TRACK", "8 8 8 8 8 8 8 8 8 8 8 8, 2025-03-31, COMPLETED",
			"8 8 8 8 8 8 8 8 8 8 8 13, 2025-03-31, UNDERPERFORMANCE" })
	void aLimitOnATotalIsNotMetBeforeItsYearIsOver(String figures, String day, Status status) {
		Example falls = Example.beds()
			.lowerIsBetter()
			.target(new Target(Target.Kind.REACH, Basis.yearToDate(Basis.Combined.SUM), null,
					new Trajectory.ByDate(List.of(at("2025-03-31", "100"))), 1, null))
			.figures("2024-04", figures);

		assertThat(falls.asOf(day).status()).isEqualTo(status);
		assertThat(falls.asOf(day).required()).isEqualByComparingTo("100");
	}

	@ParameterizedTest
	@CsvSource({ "50, 2024-04-30, 60, ON_TRACK", "50 11, 2024-05-31, 60, UNDERPERFORMANCE",
			"10 10 10 10 10 11, 2024-09-30, 60, UNDERPERFORMANCE", "10 10 10 10 10 10, 2024-09-30, 60, ON_TRACK",
			"10 10 10 10 10 10 20 20 0 0 0 0, 2025-03-31, 100, ON_TRACK" })
	void beforeItsOwnDayTheNextLimitOfTheYearHolds(String figures, String day, BigDecimal required, Status status) {
		Example falls = Example.beds()
			.lowerIsBetter()
			.target(new Target(Target.Kind.MAINTAIN, Basis.yearToDate(Basis.Combined.SUM), null,
					new Trajectory.ByDate(List.of(at("2024-09-30", "60"), at("2025-03-31", "100"))), 1, null))
			.figures("2024-04", figures);

		assertThat(falls.asOf(day).required()).isEqualByComparingTo(required);
		assertThat(falls.asOf(day).status()).isEqualTo(status);
	}

	@Test
	void aLimitOnATotalIsHeldFromTheFirstOfApril() {
		Example falls = Example.beds()
			.lowerIsBetter()
			.target(new Target(Target.Kind.REACH, Basis.yearToDate(Basis.Combined.SUM), null,
					new Trajectory.ByDate(List.of(at("2025-03-31", "100"))), 12, null))
			.figures("2024-04", "8 8 8 8 8 8 8 8 8 8 8 8");

		assertThat(falls.asOf("2025-03-31").status()).isEqualTo(Status.COMPLETED);
	}

	@Test
	void whatAlreadyMeetsTheLastValueIsOnTrackBeforeAnythingBinds() {
		Example beds = Example.beds().reach(1, at("2025-03-31", "202")).figures("2025-01", "202 201 202");

		assertThat(beds.asOf("2025-01-31").status()).isEqualTo(Status.ON_TRACK);
		assertThat(beds.asOf("2025-01-31").required()).isNull();
		assertThat(beds.asOf("2025-02-28").reason().rule()).isEqualTo(Rule.NO_REQUIREMENT);
		assertThat(beds.asOf("2025-03-31").status()).isEqualTo(Status.COMPLETED);
	}

	@ParameterizedTest
	@CsvSource({ "HIGHER, 13/30, ON_TRACK", "LOWER, 13/30, ON_TRACK", "HIGHER, 129999/300000, UNDERPERFORMANCE",
			"LOWER, 130001/300000, UNDERPERFORMANCE" })
	void exactlyOnALineIsOnItAlsoWhereItsValueHasNoFiniteDecimal(Direction better, String figure, Status status) {
		// a third of the way from 40 to 50 per cent
		Example share = Example.beds()
			.in(Unit.PERCENT)
			.target(new Target(Target.Kind.MAINTAIN, Basis.latest(), at("2025-01-01", "0.4"),
					new Trajectory.StraightLine(List.of(at("2025-04-01", "0.5"))), 1, null))
			.figures("2025-01", figure);
		Example line = (better == Direction.LOWER) ? share.lowerIsBetter() : share;

		assertThat(line.asOf("2025-01-31").status()).isEqualTo(status);
	}

	@Test
	void statesNothingBeforeTheFirstTargetWithoutABaseline() {
		MeasureAssessment assessed = Example.beds()
			.reach(3, at("2025-03-31", "202"))
			.figures("2025-01", "170 180")
			.asOf("2025-02-28");

		assertThat(assessed.status()).isNull();
		assertThat(assessed.reason().rule()).isEqualTo(Rule.NO_REQUIREMENT);
	}

	@Test
	void aTargetLostEarlyIsSaidEvenWhileTheFigureIsGoodEnoughForNow() {
		MeasureAssessment assessed = Example.beds()
			.lowerIsBetter()
			.reach(2, at("2024-04-30", "12"), at("2028-03-31", "6"))
			.figures("2024-04", "12 6 5 7")
			.asOf("2024-07-31");

		assertThat(assessed.status()).isEqualTo(Status.ON_TRACK);
		assertThat(assessed.reason().rule()).isEqualTo(Rule.TARGET_LOST);
		assertThat(assessed.reason().facts().expected()).isEqualByComparingTo("6");
		assertThat(assessed.reason().facts().other()).isEqualTo("2024-06-30");
	}

	@Test
	void whatWasHeldBeforeThePlanBeganWasNotLost() {
		MeasureAssessment assessed = Example.beds()
			.reach(2, at("2024-04-30", "100"))
			.figures("2024-01", "100 100 100 90")
			.asOf("2024-04-30");

		assertThat(assessed.reason().rule()).isEqualTo(Rule.REQUIREMENT_MISSED);
	}

	@Test
	void aMeasureBehindItsPathIsNotCompletedThoughItsFinalValueIsMet() {
		Example beds = Example.beds()
			.target(new Target(Target.Kind.REACH, Basis.latest(), null,
					new Trajectory.Points(
							Map.of(Period.month(2025, 1), number("250"), Period.month(2025, 3), number("202"))),
					1, null))
			.figures("2025-01", "210");

		assertThat(beds.asOf("2025-01-31").status()).isEqualTo(Status.UNDERPERFORMANCE);
	}

	@Test
	void laterTargetsKeepAMetEarlierOneOpen() {
		Example smoking = Example.beds()
			.lowerIsBetter()
			.reach(1, at("2026-03-31", "9"), at("2028-03-31", "6"))
			.figures("2026-02", "9 9");

		assertThat(smoking.asOf("2026-03-31").reason().rule()).isEqualTo(Rule.REQUIREMENT_MET);
		assertThat(smoking.asOf("2026-03-31").reason().facts().due()).isEqualTo("2026-03-31");
		assertThat(smoking.asOf("2026-03-31").target()).isEqualByComparingTo("6");
		assertThat(smoking.asOf("2026-03-31").targetDate()).isEqualTo("2028-03-31");
	}

	@Test
	void requiredValuesMayComeFromAnotherMeasure() {
		Example beds = Example.beds()
			.target(new Target(Target.Kind.MAINTAIN, Basis.latest(), null,
					new Trajectory.Supplied(MeasureId.of("beds-plan"), List.of()), 1, null))
			.figures("2025-01", "170 170 170")
			.figureOf("beds-plan", "2025-01", "160")
			.figureOf("beds-plan", "2025-02", "180");

		assertThat(beds.asOf("2025-01-31").status()).isEqualTo(Status.ON_TRACK);
		assertThat(beds.asOf("2025-02-28").status()).isEqualTo(Status.UNDERPERFORMANCE);
		assertThat(beds.asOf("2025-03-31").reason().rule()).isEqualTo(Rule.NO_REQUIREMENT);
	}

	@Test
	void withoutATargetThereIsNoStatusButTheFigureIsShown() {
		MeasureAssessment assessed = Example.beds()
			.withoutTarget("The refreshed bundle is not published.")
			.figures("2025-03", "170")
			.asOf("2025-03-31");

		assertThat(assessed.status()).isNull();
		assertThat(assessed.reason().rule()).isEqualTo(Rule.TARGET_NOT_SET);
		assertThat(assessed.figure().value()).isEqualByComparingTo("170");
	}

	@Test
	void countsMissesInARowAndSinceWhenItIsSustained() {
		Example beds = Example.beds()
			.maintain(Basis.latest(), "200")
			.figures("2025-01", "150 200 210 199 150 - 100 200");

		assertThat(beds.asOf("2025-03-31").sustainedSince()).isEqualTo(Period.month(2025, 2));
		assertThat(beds.asOf("2025-03-31").consecutiveMisses()).isZero();
		assertThat(beds.asOf("2025-05-31").consecutiveMisses()).isEqualTo(2);
		assertThat(beds.asOf("2025-05-31").sustainedSince()).isNull();
		assertThat(beds.asOf("2025-07-31").consecutiveMisses()).isEqualTo(1);
		assertThat(beds.asOf("2025-08-31").sustainedSince()).isEqualTo(Period.month(2025, 8));
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
	void mirroredFiguresAgainstMirroredLinesGetMirroredAnswers(long seed) {
		Random random = new Random(seed);
		List<String> rising = IntStream.range(0, 30)
			.mapToObj(
					(month) -> (random.nextInt(12) == 0) ? "-" : Integer.toString(month * 3 + random.nextInt(40) + 475))
			.toList();
		List<String> falling = rising.stream().map(JudgementTest::mirrored).toList();
		Example up = Example.beds().target(line("490", "580")).figures("2024-04", String.join(" ", rising));
		Example down = Example.beds()
			.lowerIsBetter()
			.target(line("510", "420"))
			.figures("2024-04", String.join(" ", falling));

		for (int month = 0; month < 30; month++) {
			String day = day("2024-04-01").plusMonths(month + 1L).minusDays(1).toString();
			MeasureAssessment one = up.asOf(day);
			MeasureAssessment other = down.asOf(day);
			assertThat(other.status()).isEqualTo(one.status());
			assertThat(other.reason().rule()).isEqualTo(one.reason().rule());
			assertThat(other.consecutiveMisses()).isEqualTo(one.consecutiveMisses());
			assertThat(other.sustainedSince()).isEqualTo(one.sustainedSince());
			assertThat((other.warning() != null) ? other.warning().code() : null)
				.isEqualTo((one.warning() != null) ? one.warning().code() : null);
		}
	}

	/**
	 * 20 of 100 and 40 of 100 in the two months that the target is relative to are 30%
	 * together, so that 35% is 5 points better.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			# figures from February 2024 on, as of the end of April 2025
			20/100 40/100 -/- | 34.9/100 | REQUIREMENT_MISSED | 0.35
			20/100 40/100 -/- | 35/100   | REQUIREMENT_MET    | 0.35
			20/100 20/100 -/- | 25/100   | REQUIREMENT_MET    | 0.25
			20/100            | 99/100   | BASELINE_MISSING   |
			""")
	void aTargetRelativeToAPeriodIsReckonedFromItsFigure(String before, String now, Rule rule, BigDecimal required) {
		MeasureAssessment assessed = Example.of("within-4-hours")
			.in(Unit.PERCENT)
			.target(betterBy("0.05"))
			.figures("2024-02", before.replace(" -/-", ""))
			.figures("2025-04", now)
			.asOf("2025-04-30");

		assertThat(assessed.reason().rule()).isEqualTo(rule);
		assertThat(assessed.required()).isEqualTo(required);
	}

	@Test
	void saysWhatItIsRelativeTo() {
		Example example = Example.of("within-4-hours").in(Unit.PERCENT).target(betterBy("0.05"));

		assertThat(example.figures("2025-04", "35/100").asOf("2025-04-30").reason().statement()).endsWith(
				"not assessed, because the target is relative to February to March 2024, of which there is no whole figure.");
		assertThat(example.figures("2024-02", "20/100 40/100").asOf("2025-04-30").baseline())
			.isEqualByComparingTo("0.3");
	}

	/**
	 * Where less is better, better is less; and the baseline holds until the first value.
	 */
	@Test
	void betterIsLessWhereLessIsBetter() {
		Example example = Example.of("waits")
			.lowerIsBetter()
			.target(new Target(Target.Kind.MAINTAIN, Basis.latest(), null,
					new Trajectory.Relative(Period.month(java.time.YearMonth.of(2024, 3)), false,
							List.of(at("2025-03-31", "10"))),
					1, null))
			.figures("2024-03", "50 50 51");

		assertThat(example.asOf("2024-04-30").reason().rule()).isEqualTo(Rule.REQUIREMENT_MET);
		assertThat(example.asOf("2024-05-31").reason().rule()).isEqualTo(Rule.REQUIREMENT_MISSED);
		assertThat(example.figures("2025-03", "41").asOf("2025-03-31").required()).isEqualByComparingTo("40");
	}

	private static Target betterBy(String points) {
		return new Target(Target.Kind.MAINTAIN, Basis.latest(), null,
				new Trajectory.Relative(Period.ofClosed(day("2024-02-01"), day("2024-03-31")), false,
						List.of(at("2025-03-31", points))),
				1, null);
	}

	private static Target line(String from, String to) {
		return new Target(Target.Kind.REACH, Basis.latest(), at("2024-03-31", from),
				new Trajectory.StraightLine(List.of(at("2026-03-31", to))), 2, null);
	}

	/** At 500, far from 0, below which there are no beds. */
	private static String mirrored(String figure) {
		return "-".equals(figure) ? figure : number("1000").subtract(number(figure)).toString();
	}

}

package org.jfpmonitor.assessment.rule;

import java.util.List;

import org.jfpmonitor.assessment.EarlyWarning;
import org.jfpmonitor.assessment.EarlyWarning.TrendMissesTarget;
import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.variation.SpecialCause;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jfpmonitor.assessment.Written.at;
import static org.jfpmonitor.assessment.Written.day;
import static org.jfpmonitor.assessment.Written.number;

class EarlyWarningRuleTest {

	private static final String STEADY = "200 204 198 203 199 202 201 197 203 200 198 204";

	@Test
	void staysSilentWhileNothingDrifts() {
		assertThat(steadyBeds("201").asOf("2025-04-30").warning()).isNull();
	}

	@Test
	void warnsOfAnAdverseSpecialCauseAtTheNewestFigure() {
		MeasureAssessment assessed = steadyBeds("170").asOf("2025-04-30");

		assertThat(assessed.status()).isEqualTo(Status.ON_TRACK);
		assertThat(assessed.warning())
			.isEqualTo(new EarlyWarning.AdverseSpecialCause(Period.month(2025, 4), SpecialCause.BELOW_LOWER_LIMIT));
	}

	@Test
	void doesNotWarnOfASpecialCauseForTheBetter() {
		assertThat(steadyBeds("240").asOf("2025-04-30").warning()).isNull();
	}

	@Test
	void doesNotWarnOnceTheFigureIsWorseThanRequired() {
		MeasureAssessment assessed = steadyBeds("90").asOf("2025-04-30");

		assertThat(assessed.status()).isEqualTo(Status.UNDERPERFORMANCE);
		assertThat(assessed.warning()).isNull();
	}

	@Test
	void tellsSinceWhenAShiftHasLasted() {
		MeasureAssessment assessed = Example.beds()
			.maintain(Basis.latest(), "100")
			.figures("2024-04", "212 200 214 198 213 199 215 205 196 201 195 202 194 201 196 202")
			.asOf("2025-07-31");

		assertThat(assessed.warning())
			.isEqualTo(new EarlyWarning.AdverseSpecialCause(Period.month(2024, 12), SpecialCause.SHIFT_BELOW_MEAN));
	}

	@Test
	void aRebaseMakesTheNewLevelTheUsualOne() {
		Example beds = Example.beds()
			.maintain(Basis.latest(), "100")
			.chart(new ChartSettings(List.of(new ChartSettings.Rebase(day("2024-12-01"), "A ward moved")), null, true))
			.figures("2024-04", "212 200 214 198 213 199 215 205 196 201 195 202 194 201 196 202");

		assertThat(beds.asOf("2025-07-31").warning()).isNull();
	}

	@Test
	void warnsWhenARobustTrendWouldMissTheNextDatedTarget() {
		Example beds = Example.beds()
			.reach(1, at("2024-04-30", "100"), at("2025-12-31", "202"))
			.figures("2024-04", "100 104 108 112 116 120 124 128 132 136 140 144");
		TrendMissesTarget warning = trend(beds.asOf("2025-03-31"));

		assertThat(warning.required()).isEqualByComparingTo("202");
		assertThat(warning.by()).isEqualTo("2025-12-31");
		assertThat(warning.projected()).isBetween(number("179"), number("181"));
		// six figures make the first trend
		assertThat(warning.since()).isEqualTo(Period.month(2024, 9));
	}

	@Test
	void staysSilentWhenTheTrendLeadsToTheTarget() {
		Example beds = Example.beds()
			.reach(1, at("2024-04-30", "100"), at("2025-12-31", "170"))
			.figures("2024-04", "100 104 108 112 116 120 124 128 132 136 140 144");

		assertThat(beds.asOf("2025-03-31").warning()).isNull();
	}

	@Test
	void oneOutlyingFigureDoesNotTiltTheTrend() {
		Example beds = Example.beds()
			.reach(1, at("2024-04-30", "100"), at("2025-12-31", "170"))
			.figures("2024-04", "100 104 108 112 116 400 124 128 132 136 140 144");

		assertThat(beds.asOf("2025-03-31").warning()).isNull();
	}

	@Test
	void aLineThatLeadsToTheTargetItselfDoesNotMissIt() {
		Example beds = Example.beds()
			.target(new Target(Target.Kind.REACH, Basis.latest(), at("2024-12-31", "0"),
					new Trajectory.StraightLine(List.of(at("2025-01-31", "3.1"), at("2025-12-31", "36.5"))), 1, null))
			.figures("2025-01", "3.1 5.9 9 12 15.1 18.1 21.2 24.3");

		assertThat(beds.asOf("2025-08-31").warning()).isNull();
	}

	@Test
	void noiseWithoutATrendIsProjectedAtItsLevel() {
		Example beds = Example.beds()
			.reach(1, at("2024-04-30", "90"), at("2029-03-31", "100"))
			.figures("2024-04", "106 103 107 102 106 101 105 103 106 101 104 102");
		Example tooFew = Example.beds()
			.reach(1, at("2024-04-30", "90"), at("2029-03-31", "120"))
			.figures("2024-04", "101 106 102 107 101 105 103 106 101 104 102 106");

		assertThat(beds.asOf("2025-03-31").warning()).isNull();
		assertThat(trend(tooFew.asOf("2025-03-31")).projected()).isEqualByComparingTo("103.5");
	}

	@Test
	void thereIsNoTrendOfFewerThanSixFigures() {
		Example beds = Example.beds()
			.reach(1, at("2024-04-30", "100"), at("2025-12-31", "202"))
			.figures("2024-04", "104 103 102 101 100");

		assertThat(beds.asOf("2024-08-31").warning()).isNull();
	}

	@Test
	void aTrendOfAYearToDateDoesNotReachIntoTheNextYear() {
		Example beds = Example.beds()
			.target(new Target(Target.Kind.REACH, Basis.yearToDate(Basis.Combined.SUM), null,
					new Trajectory.ByDate(List.of(at("2024-04-01", "0"), at("2025-09-30", "20"))), 1, null))
			.figures("2024-04", "1 1 1 1 1 1 1 1");

		assertThat(beds.asOf("2024-11-30").warning()).isNull();
	}

	@Test
	void comparesATrendOfAYearToDateWithTheSumAsked() {
		Example beds = Example.beds()
			.target(new Target(Target.Kind.REACH, Basis.yearToDate(Basis.Combined.SUM), null,
					new Trajectory.ByDate(List.of(at("2024-04-01", "0"), at("2025-03-31", "1200"))), 1, null))
			.figures("2024-04", "98 97 99 98 97 96 98 97");
		TrendMissesTarget warning = trend(beds.asOf("2024-11-30"));

		assertThat(warning.projected()).isBetween(number("1160"), number("1180"));
	}

	@Test
	void takesTheNextTargetFromThePlannedFigures() {
		Example beds = Example.beds()
			.target(new Target(Target.Kind.MAINTAIN, Basis.latest(), null,
					new Trajectory.Supplied(MeasureId.of("beds-plan"), List.of()), 1, null))
			.figures("2024-10", "150 150 150 150 150 150")
			.figureOf("beds-plan", "2025-03", "150")
			.figureOf("beds-plan", "2025-04", "160");

		assertThat(trend(beds.asOf("2025-03-31")).by()).isEqualTo("2025-04-30");
	}

	@Test
	void smallDenominatorsDoNotWarn() {
		String shares = "90/100 91/100 89/100 90/100 91/100 90/100 89/100 91/100 90/100 90/100 89/100 91/100 ";
		Example share = Example.beds().in(Unit.PERCENT).maintain(Basis.latest(), "0.2").smallBelow(20);

		assertThat(share.figures("2024-04", shares + "5/20").asOf("2025-04-30").warning()).isNotNull();
		assertThat(Example.beds()
			.in(Unit.PERCENT)
			.maintain(Basis.latest(), "0.2")
			.smallBelow(20)
			.figures("2024-04", shares + "5/19")
			.asOf("2025-04-30")
			.warning()).isNull();
	}

	@Test
	void aSeriesThatTouchesItsBoundDoesNotWarn() {
		String waits = "3 0 2 1 0 1 2 0 1 2 1 0 30";

		assertThat(waits(waits).asOf("2025-04-30").warning()).isNotNull();
		assertThat(waits(waits).bounds("0", null).asOf("2025-04-30").warning()).isNull();
	}

	@Test
	void noShareIsProjectedAboveAll() {
		Example share = Example.beds()
			.in(Unit.PERCENT)
			.lowerIsBetter()
			.reach(1, at("2024-04-30", "0.9"), at("2029-03-31", "0.5"))
			.figures("2024-04", "0.1 0.3 0.15 0.35 0.2 0.4 0.25 0.45 0.3 0.5 0.35 0.55");

		assertThat(trend(share.asOf("2025-03-31")).projected()).isEqualByComparingTo("1");
	}

	@Test
	void aMissingFigureIsNeverDrift() {
		Example beds = Example.beds().maintain(Basis.latest(), "100").figures("2024-04", STEADY + " missing");

		assertThat(beds.asOf("2025-04-30").status()).isNull();
		assertThat(beds.asOf("2025-04-30").warning()).isNull();
	}

	private static TrendMissesTarget trend(MeasureAssessment assessed) {
		assertThat(assessed.warning()).isInstanceOf(TrendMissesTarget.class);
		return (TrendMissesTarget) assessed.warning();
	}

	private static Example waits(String figures) {
		return Example.beds().lowerIsBetter().maintain(Basis.latest(), "100").figures("2024-04", figures);
	}

	private static Example steadyBeds(String april) {
		return Example.beds().maintain(Basis.latest(), "100").figures("2024-04", STEADY + " " + april);
	}

}

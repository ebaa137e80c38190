package org.jfpmonitor.assessment;

import java.math.BigDecimal;

import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Basis.Combined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FigureByBasisTest {

	@Test
	void theLatestFigureIsThatOfTheNewestPeriodThatIsOver() {
		Example beds = Example.beds().maintain(Basis.latest(), "100").figures("2025-01", "101 102 103");

		assertThat(value(beds.asOf("2025-03-30", "2025-06-01"))).isEqualByComparingTo("102");
		assertThat(value(beds.asOf("2025-03-31", "2025-06-01"))).isEqualByComparingTo("103");
	}

	@Test
	void aSnapshotStandsForItsMonthAndTheLaterOfTwoCounts() {
		Example beds = Example.beds()
			.maintain(Basis.snapshot(), "100")
			.figure("2025-03-20", "150", "2025-04-01T09:00:00Z")
			.figure("2025-03-27", "170", "2025-04-01T09:00:00Z");
		MeasureAssessment assessed = beds.asOf("2025-04-02");

		assertThat(value(assessed)).isEqualByComparingTo("170");
		assertThat(assessed.period()).isEqualTo(Period.day(Written.day("2025-03-27")));
		assertThat(assessed.sustainedSince()).isEqualTo(Period.month(2025, 3));
	}

	@Test
	void aRatioOverTheYearIsSumOverSumAndNotTheMeanOfPercentages() {
		MeasureAssessment assessed = Example.beds()
			.in(Unit.PERCENT)
			.maintain(Basis.yearToDate(Combined.RATIO), "0.5")
			.figures("2025-03", "1/1 90/100 1/10")
			.asOf("2025-05-31");

		assertThat(assessed.figure()).isEqualTo(Figure.ratio(new BigDecimal("91"), new BigDecimal("110")));
		assertThat(assessed.period()).isEqualTo(Period.of(Written.day("2025-04-01"), Written.day("2025-06-01")));
	}

	@Test
	void theYearToDateBeginsAgainInApril() {
		Example beds = Example.beds()
			.maintain(Basis.yearToDate(Combined.SUM), "1")
			.figures("2024-04", "1 1 1 1 1 1 1 1 1 1 1 1 5");

		assertThat(value(beds.asOf("2025-03-31", "2025-05-01"))).isEqualByComparingTo("12");
		assertThat(value(beds.asOf("2025-04-30", "2025-05-01"))).isEqualByComparingTo("5");
	}

	@Test
	void aWeekBelongsToTheYearInWhichItEnds() {
		MeasureAssessment assessed = Example.beds()
			.every(Cadence.WEEKLY)
			.maintain(Basis.yearToDate(Combined.SUM), "1")
			.figures("2025-03-24", "100 20 3")
			.asOf("2025-04-13");

		assertThat(value(assessed)).isEqualByComparingTo("23");
	}

	@ParameterizedTest
	@CsvSource({ "RATIO, 30/100 10/20 9/30 1/50, 0.2", "SUM, 10 20 30 40, 90", "MEAN, 10 20 30 40, 30" })
	void theLatestNPeriodsAreCombinedAsThePlanSays(Combined combined, String figures, BigDecimal expected) {
		MeasureAssessment assessed = Example.beds()
			.maintain(Basis.rolling(3, combined), "0")
			.figures("2025-01", figures)
			.asOf("2025-04-30");

		assertThat(value(assessed)).isEqualByComparingTo(expected);
		assertThat(assessed.period()).isEqualTo(Period.of(Written.day("2025-02-01"), Written.day("2025-05-01")));
	}

	@Test
	void organisationsAreTakenTogetherAsSumOverSum() {
		MeasureAssessment assessed = Example.beds()
			.in(Unit.PERCENT)
			.ofOrganisations("RM1", "RCX", "RGP")
			.maintain(Basis.latest(), "0.9")
			.figuresOf("RM1", "2025-03", "900/1000")
			.figuresOf("RCX", "2025-03", "50/100")
			.figuresOf("RGP", "2025-03", "0/100")
			.asOf("2025-04-01");

		assertThat(assessed.figure()).isEqualTo(Figure.ratio(new BigDecimal("950"), new BigDecimal("1200")));
		assertThat(assessed.reason().sources()).hasSize(3);
	}

	@Test
	void countsOfOrganisationsAreAddedUp() {
		MeasureAssessment assessed = Example.beds()
			.ofOrganisations("RM1", "RCX")
			.maintain(Basis.latest(), "10")
			.figuresOf("RM1", "2025-03", "8")
			.figuresOf("RCX", "2025-03", "~0")
			.asOf("2025-04-01");

		assertThat(assessed.figure()).isEqualTo(new Figure(new BigDecimal("8"), null, null, Figure.Mark.ESTIMATED));
	}

	@Test
	void aMissingOrganisationLeavesTheMeasureUnassessedAndIsNamed() {
		MeasureAssessment assessed = Example.beds()
			.ofOrganisations("RM1", "RCX", "RGP")
			.maintain(Basis.latest(), "10")
			.figuresOf("RM1", "2025-03", "8")
			.asOf("2025-04-01");

		assertThat(assessed.status()).isNull();
		assertThat(assessed.reason().rule()).isEqualTo(Rule.ORGANISATION_MISSING);
		assertThat(assessed.reason().facts().names()).containsExactly("Queen Elizabeth", "James Paget");
	}

	@Test
	void missingPeriodsLeaveTheMeasureUnassessedAndAreNamed() {
		MeasureAssessment assessed = Example.beds()
			.maintain(Basis.yearToDate(Combined.SUM), "1")
			.figures("2024-06", "1 - 1")
			.asOf("2024-08-31");

		assertThat(assessed.status()).isNull();
		assertThat(assessed.reason().rule()).isEqualTo(Rule.PERIODS_MISSING);
		assertThat(assessed.reason().facts().names()).containsExactly("April 2024", "May 2024", "July 2024");
		assertThat(assessed.reason().facts().asked()).isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource({ "suppressed, FIGURE_WITHHELD", "missing, FIGURE_NOT_SUBMITTED", "not_applicable, NOTHING_TO_MEASURE" })
	void aFigureWithoutAValueLeavesTheMeasureUnassessed(String figure, Rule rule) {
		Example alone = Example.beds().maintain(Basis.latest(), "1").figures("2025-02", "5 " + figure);
		Example amongOthers = Example.beds()
			.in(Unit.PERCENT)
			.ofOrganisations("RM1", "RCX")
			.maintain(Basis.rolling(2, Combined.RATIO), "1")
			.figuresOf("RM1", "2025-02", "5/6 5/6")
			.figuresOf("RCX", "2025-02", "5/6 " + figure);

		assertThat(alone.asOf("2025-04-01").status()).isNull();
		assertThat(alone.asOf("2025-04-01").reason().rule()).isEqualTo(rule);
		assertThat(alone.asOf("2025-04-01").reason().facts().names()).containsExactly("March 2025");
		assertThat(amongOthers.asOf("2025-04-01").reason().rule()).isEqualTo(rule);
		assertThat(amongOthers.asOf("2025-04-01").reason().facts().names()).containsExactly("Queen Elizabeth");
	}

	@Test
	void aWithdrawnNewestFigureIsMissingAndNotOneThatHasYetToCome() {
		Example one = Example.beds().maintain(Basis.latest(), "1").figures("2025-01", "5 5 5");
		Example withdrawn = Example.beds()
			.maintain(Basis.latest(), "1")
			.figures("2025-01", "5 5 5")
			.withdrawn("QMM", "2025-03", "2025-04-05T09:00:00Z");

		assertThat(one.asOf("2025-04-10").status()).isEqualTo(Status.ON_TRACK);
		assertThat(withdrawn.asOf("2025-04-10", "2025-04-04")).isEqualTo(one.asOf("2025-04-10", "2025-04-04"));
		assertThat(withdrawn.asOf("2025-04-10").status()).isNull();
		assertThat(withdrawn.asOf("2025-04-10").reason().rule()).isEqualTo(Rule.FIGURE_WITHDRAWN);
		assertThat(withdrawn.asOf("2025-04-10").reason().facts().names()).containsExactly("March 2025");
		assertThat(withdrawn.asOf("2025-04-10").reason().statement()).endsWith(
				"not assessed, because the figure for March 2025 (5) was taken back on 5 April 2025 by extract-4.csv.");
		assertThat(withdrawn.asOf("2025-03-30").figure())
			.isEqualTo(new Figure(new BigDecimal("5"), null, null, Figure.Mark.NONE));
	}

	@Test
	void ofTwoOrganisationsWhoseNewestFiguresAreWithdrawnBothAreNamed() {
		MeasureAssessment assessed = Example.beds()
			.ofOrganisations("RM1", "RCX")
			.maintain(Basis.latest(), "1")
			.figuresOf("RM1", "2025-02", "5 5")
			.figuresOf("RCX", "2025-02", "5 5")
			.withdrawn("RM1", "2025-03", "2025-04-05T09:00:00Z")
			.withdrawn("RCX", "2025-03", "2025-04-05T09:00:00Z")
			.asOf("2025-04-10");

		assertThat(assessed.status()).isNull();
		assertThat(assessed.reason().rule()).isEqualTo(Rule.ORGANISATION_MISSING);
		assertThat(assessed.reason().facts().names()).containsExactly("Norfolk and Norwich", "Queen Elizabeth");
	}

	@Test
	void whatWasTakenBackIsNamedWhateverTheBasisAndWhosever() {
		MeasureAssessment year = Example.beds()
			.maintain(Basis.yearToDate(Combined.SUM), "1")
			.figures("2024-04", "4 5 6")
			.withdrawn("QMM", "2024-06", "2024-07-05T09:00:00Z")
			.asOf("2024-07-10");
		MeasureAssessment trusts = Example.beds()
			.ofOrganisations("RM1", "RCX")
			.maintain(Basis.rolling(2, Combined.SUM), "1")
			.figuresOf("RM1", "2025-01", "5 5 5")
			.figuresOf("RCX", "2025-01", "4 4 4")
			.withdrawn("RCX", "2025-02", "2025-04-05T09:00:00Z")
			.asOf("2025-04-10");

		assertThat(year.reason().rule()).isEqualTo(Rule.FIGURE_WITHDRAWN);
		assertThat(year.reason().statement())
			.endsWith("because the figure for June 2024 (6) was taken back on 5 July 2024 by extract-4.csv.");
		assertThat(trusts.reason().statement()).endsWith(
				"because the figure of Queen Elizabeth for February 2025 (4) was taken back on 5 April 2025 by extract-7.csv.");
	}

	@Test
	void aFigureWithdrawnFromBeforeTheFirstOneLeavesNoGap() {
		Example slip = Example.beds()
			.maintain(Basis.latest(), "1")
			.figures("2025-03", "5")
			.figures("2024-03", "5")
			.withdrawn("QMM", "2024-03", "2025-04-05T09:00:00Z");

		assertThat(slip.asOf("2025-04-10").series().figures()).singleElement()
			.satisfies((each) -> assertThat(each.period().inWords()).isEqualTo("March 2025"));
	}

	@Test
	void nothingOutOfNothingAddsNothingToEitherSum() {
		Example year = Example.beds()
			.in(Unit.PERCENT)
			.maintain(Basis.yearToDate(Combined.RATIO), "0.5")
			.figures("2025-04", "8/10 0/0 9/10");
		Example trusts = Example.beds()
			.in(Unit.PERCENT)
			.ofOrganisations("RM1", "RCX")
			.maintain(Basis.latest(), "0.5")
			.figuresOf("RM1", "2025-04", "8/10 0/0")
			.figuresOf("RCX", "2025-04", "0/0 0/0");

		assertThat(year.asOf("2025-06-30").figure())
			.isEqualTo(Figure.ratio(new BigDecimal("17"), new BigDecimal("20")));
		assertThat(year.asOf("2025-06-30").status()).isEqualTo(Status.ON_TRACK);
		assertThat(trusts.asOf("2025-04-30").figure())
			.isEqualTo(Figure.ratio(new BigDecimal("8"), new BigDecimal("10")));
		assertThat(trusts.asOf("2025-05-31").reason().rule()).isEqualTo(Rule.NOTHING_TO_MEASURE);
	}

	@Test
	void whereTheWholeYearIsNothingOutOfNothingThereIsNothingToMeasure() {
		Example year = Example.beds()
			.in(Unit.PERCENT)
			.maintain(Basis.yearToDate(Combined.RATIO), "0.5")
			.figures("2025-04", "0/0 0/0");

		assertThat(year.asOf("2025-05-31").reason().rule()).isEqualTo(Rule.NOTHING_TO_MEASURE);
		assertThat(Example.beds()
			.maintain(Basis.latest(), "1")
			.figures("2025-05", "0/0")
			.asOf("2025-05-31")
			.reason()
			.rule()).isEqualTo(Rule.NOTHING_TO_MEASURE);
	}

	@Test
	void sharesWithoutTheirPartsAreNotCombined() {
		MeasureAssessment assessed = Example.beds()
			.in(Unit.PERCENT)
			.maintain(Basis.rolling(2, Combined.RATIO), "0.5")
			.figures("2025-02", "0.6 0.7")
			.asOf("2025-04-01");

		assertThat(assessed.status()).isNull();
		assertThat(assessed.reason().rule()).isEqualTo(Rule.CANNOT_BE_COMBINED);
	}

	@Test
	void aShareWithoutItsPartsStandsWhereThereIsNothingToAddToIt() {
		Example year = Example.beds()
			.in(Unit.PERCENT)
			.maintain(Basis.yearToDate(Combined.RATIO), "0.5")
			.figures("2025-04", "0.6 0.7");

		assertThat(year.asOf("2025-04-30").figure()).isEqualTo(Figure.of(new BigDecimal("0.6")));
		assertThat(year.asOf("2025-04-30").status()).isEqualTo(Status.ON_TRACK);
		assertThat(year.asOf("2025-05-31").reason().rule()).isEqualTo(Rule.CANNOT_BE_COMBINED);
	}

	@Test
	void zeroIsAValue() {
		MeasureAssessment assessed = Example.beds()
			.lowerIsBetter()
			.maintain(Basis.latest(), "0")
			.figures("2025-03", "0")
			.asOf("2025-04-01");

		assertThat(assessed.status()).isEqualTo(Status.ON_TRACK);
		assertThat(assessed.attainment()).isEqualByComparingTo("1");
	}

	private static BigDecimal value(MeasureAssessment assessed) {
		return assessed.figure().value();
	}

}

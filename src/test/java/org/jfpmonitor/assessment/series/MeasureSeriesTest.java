package org.jfpmonitor.assessment.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jfpmonitor.assessment.Example;
import org.jfpmonitor.assessment.Written;
import org.jfpmonitor.assessment.reason.Source;
import org.jfpmonitor.assessment.words.SeriesChart;
import org.jfpmonitor.chart.ChartSize;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.variation.ChartPoint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MeasureSeriesTest {

	@Test
	void takesTheOrganisationsTogether() {
		MeasureSeries series = series(Example.beds()
			.ofOrganisations("RM1", "RCX")
			.figuresOf("RM1", "2024-04", "10 20 30")
			.figuresOf("RCX", "2024-04", "1 - 3"));
		assertThat(series.figures()).extracting((each) -> each.hasValue() ? each.value() : null)
			.containsExactly(Written.number("11"), null, Written.number("33"));
		assertThat(Source.of(series.figures().get(2))).extracting(Source::delivery)
			.containsExactly(DeliveryId.of(3), DeliveryId.of(5));
	}

	@Test
	void keepsThePointsOfTheChartInStepWithTheFigures() {
		MeasureSeries series = series(Example.beds().figures("2024-04", "10 - 30"));
		assertThat(chart(series)).extracting(ChartPoint::value).containsExactly(10.0, null, 30.0);
		assertThat(series.figures()).extracting((step) -> step.period().inWords())
			.containsExactly("April 2024", "May 2024", "June 2024");
		assertThat(series.figures().get(1).figure()).isNull();
	}

	@Test
	void leavesOutWhatEndsLaterOrWasNotKnown() {
		Example beds = Example.beds().figures("2024-04", "10 20 30");
		assertThat(series(beds, "2024-05-31", "2024-06-30").figures()).hasSize(2);
		assertThat(series(beds, "2024-06-30", "2024-05-31").figures()).hasSize(2);
	}

	@Test
	void holdsSuppliedPlanValuesAgainstTheFigures() {
		Measure planned = Example.of("beds-plan").withoutTarget("").measure();
		MeasureSeries series = series(Example.beds()
			.watching(planned)
			.target(new Target(Target.Kind.REACH, Basis.latest(), null,
					new Trajectory.Supplied(MeasureId.of("beds-plan"), List.of()), 1, null))
			.figures("2024-04", "10 20")
			.figureOf("beds-plan", "2024-04", "12")
			.figureOf("beds-plan", "2024-05", "15"));
		assertThat(chart(series)).extracting(ChartPoint::target).containsExactly(12.0, 15.0);
	}

	@Test
	void hasNoChartWithoutAValue() {
		MeasureSeries series = series(Example.beds());
		assertThat(series.figures()).isEmpty();
		assertThat(series.chart()).isEmpty();
	}

	@Test
	void keepsWhatIsWithheldWithheld() {
		MeasureSeries series = series(Example.beds().figures("2024-04", "10 suppressed"));
		assertThat(Objects.requireNonNull(series.figures().get(1).figure()).mark()).isEqualTo(Figure.Mark.SUPPRESSED);
	}

	@Test
	void tellsWhichFiguresReplacedOthersAndSinceWhen() {
		Example beds = Example.beds()
			.figures("2024-04", "10 20 30")
			.figure("2024-05", "21", "2024-07-10T09:00:00Z")
			.figure("2024-05", "21", "2024-08-10T09:00:00Z")
			.figure("2024-06", "30", "2024-08-10T09:00:00Z");
		assertThat(series(beds).restatements())
			.containsExactly(new Restatement(1, Written.number("20"), LocalDate.of(2024, 7, 10), false));
		assertThat(series(beds, "2025-03-31", "2024-07-09").restatements()).isEmpty();
	}

	@Test
	void marksAFigureThatReplacedAnotherOfTheSameDay() {
		Example beds = Example.beds()
			.figure("2024-04", "10", "2024-05-09T08:00:00Z")
			.figure("2024-04", "11", "2024-05-09T09:00:00Z")
			.figure("2024-04", "12", "2024-05-09T10:00:00Z")
			.figure("2024-04", "12", "2024-06-09T09:00:00Z");
		assertThat(series(beds).restatements())
			.containsExactly(new Restatement(0, Written.number("11"), LocalDate.of(2024, 5, 9), true));
		assertThat(SeriesChart.of(series(beds)).key())
			.containsExactly("Restated: April 2024 is 12; it was 11 earlier on 9 May 2024.");
	}

	@Test
	void holdsWhatCameOnOneDayAgainstWhatWasKnownBeforeIt() {
		Example beds = Example.beds()
			.figures("2024-04", "10")
			.figure("2024-04", "11", "2024-06-09T08:00:00Z")
			.figure("2024-04", "12", "2024-06-09T09:00:00Z");
		assertThat(series(beds).restatements())
			.containsExactly(new Restatement(0, Written.number("10"), LocalDate.of(2024, 6, 9), false));
	}

	@Test
	void holdsAFigureAgainstTheLastValueBeforeItWasWithdrawnOrHadNone() {
		Example beds = Example.beds()
			.figures("2024-04", "10 20 30")
			.withdrawn("QMM", "2024-04", "2024-06-01T09:00:00Z")
			.figure("2024-04", "11", "2024-06-02T09:00:00Z")
			.figure("2024-05", "missing", "2024-06-03T09:00:00Z")
			.withdrawn("QMM", "2024-05", "2024-06-04T09:00:00Z")
			.figure("2024-05", "21", "2024-06-05T09:00:00Z")
			.withdrawn("QMM", "2024-06", "2024-08-01T09:00:00Z")
			.figure("2024-06", "30", "2024-08-02T09:00:00Z");
		assertThat(series(beds).restatements()).containsExactly(
				new Restatement(0, Written.number("10"), LocalDate.of(2024, 6, 1), false),
				new Restatement(1, Written.number("20"), LocalDate.of(2024, 6, 3), false));
	}

	@Test
	void takesTheOrganisationsTogetherAsTheyWereBeforeARestatement() {
		Example beds = Example.beds()
			.ofOrganisations("RM1", "RCX")
			.figuresOf("RM1", "2024-04", "10")
			.figuresOf("RCX", "2024-04", "1")
			.figure("2024-04", "12", "2024-06-10T09:00:00Z");
		assertThat(series(beds).restatements())
			.containsExactly(new Restatement(0, Written.number("11"), LocalDate.of(2024, 6, 10), false));
	}

	@Test
	void doesNotCallItRestatedWhenTheLastOrganisationComes() {
		Example beds = Example.beds()
			.ofOrganisations("RM1", "RCX")
			.figuresOf("RM1", "2024-04", "10")
			.figure("2024-04", "10", "2024-05-09T09:00:00Z")
			.figuresOf("RCX", "2024-04", "1");
		assertThat(series(beds).restatements()).isEmpty();
	}

	@Test
	void saysInWordsWhatTheMarksOfItsChartMean() {
		Example beds = Example.beds()
			.figures("2024-04", "10 20 - suppressed 30")
			.figure("2024-05", "21", "2024-09-10T09:00:00Z");
		assertThat(SeriesChart.of(series(beds)).key()).containsExactly(
				"Restated: May 2024 is 21; it was 20 until 9 September 2024.",
				"Withheld because it, or a number beside it, is small: July 2024.", "No figure: June 2024.");
		assertThat(new SeriesChart(series(beds), 2).key())
			.containsExactly("Withheld because it, or a number beside it, is small: July 2024.");
		assertThat(SeriesChart.of(series(beds)).drawn("beds", Map.of(), ChartSize.PAGE, "Beds", "Beds."))
			.contains("r=\"9\"")
			.contains("width=\"8\" height=\"8\"");
	}

	@Test
	void drawsTheYearToDateBesideTheSingleMonthsThatItIsMadeOf() {
		Example beds = Example.beds()
			.maintain(Basis.yearToDate(Basis.Combined.SUM), "30")
			.figures("2024-02", "10 20 5 6 7");
		SeriesChart chart = SeriesChart.of(series(beds));
		assertThat(chart.key()).containsExactly(
				"Points are single months. What is judged is the year to date: 18 for April to June 2024.");
		assertThat(chart.drawn("beds", Map.of(), ChartSize.PAGE, "Beds", "Beds."))
			.contains(">Year to date 18</text>", ">Latest month 7</text>")
			.doesNotContain(">Latest 7</text>");
		assertThat(chart.axis(ChartSize.PAGE)).contains(">20</text>");
	}

	@Test
	void countsRestatementsWhereThereAreMany() {
		Example beds = Example.beds().figures("2024-04", "10 20 30 40");
		for (int month = 4; month < 8; month++) {
			beds.figure("2024-0" + month, "1", "2024-09-10T09:00:00Z");
		}
		assertThat(SeriesChart.of(series(beds)).key())
			.containsExactly("4 figures were restated. The newest: July 2024 is 1; it was 40 until 9 September 2024.");
	}

	@Test
	void showsThePathFromItsFirstRequirementToTheEndOfThePlan() {
		Example beds = Example.beds()
			.target(new Target(Target.Kind.REACH, Basis.latest(), null,
					new Trajectory.ByDate(List.of(dated("2024-05-31", "12"), dated("2024-07-31", "15"))), 1, null))
			.figures("2024-04", "10 20");
		List<RequiredValues.PathPoint> path = path(beds);
		assertThat(path).extracting((step) -> step.period().inWords() + " " + step.required())
			.startsWith("May 2024 12", "June 2024 12", "July 2024 15", "August 2024 15");
		assertThat(path.get(path.size() - 1).period().endExclusive()).isEqualTo(beds.plan().duration().endExclusive());
	}

	@Test
	void hasNoPathWithoutATarget() {
		assertThat(path(Example.of("beds").withoutTarget("").figures("2024-04", "10 20"))).isEmpty();
	}

	private static List<RequiredValues.PathPoint> path(Example example) {
		return series(example).required().path(example.plan().duration());
	}

	private static Trajectory.DatedValue dated(String date, String value) {
		return new Trajectory.DatedValue(LocalDate.parse(date), Written.number(value));
	}

	private static List<ChartPoint> chart(MeasureSeries series) {
		return series.chart().orElseThrow().points();
	}

	private static MeasureSeries series(Example example) {
		return series(example, "2025-03-31", "2025-03-31");
	}

	private static MeasureSeries series(Example example, String asOf, String knownOn) {
		return MeasureSeries.of(example.measure(), example.plan(), example.input().figures(), LocalDate.parse(asOf),
				LocalDate.parse(knownOn));
	}

}

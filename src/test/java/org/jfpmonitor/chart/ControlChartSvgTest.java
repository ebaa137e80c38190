package org.jfpmonitor.chart;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.ChartSettings;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.target.Basis;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.ControlChartSettings;
import org.jfpmonitor.variation.ImprovementDirection;
import org.jfpmonitor.variation.Point;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** Drawings are compared byte for byte with those kept beside the test. */
class ControlChartSvgTest {

	@Test
	void drawsAStepInWhatIsRequired() throws IOException {
		Double[] beds = { 150.0, 152.0, 149.0, 155.0, 158.0, null, 163.0, 166.0, 170.0, 171.0, 173.0, 172.0, 170.0,
				169.0, 168.0, 140.0 };
		List<Point> points = points(beds, (place) -> (place < 14) ? 150.0 : 202.0);
		assertDrawn("beds.svg", points, improving(ImprovementDirection.INCREASE), Unit.COUNT, true);
	}

	@Test
	void drawsALineInWhatIsRequired() throws IOException {
		Double[] shares = { 0.12, 0.119, 0.1205, 0.117, 0.118, 0.112, 0.109 };
		List<Point> points = points(shares, (place) -> 0.12 - place * 0.00125);
		assertDrawn("shares.svg", points, improving(ImprovementDirection.DECREASE), Unit.PERCENT, false);
	}

	@Test
	void breaksTheLimitsAtAStepChange() throws IOException {
		Double[] minutes = { 2700.0, 2650.0, 2720.0, 2690.0, 2660.0, 2710.0, 1980.0, 2010.0, 1950.0, 1990.0, 2020.0,
				1975.0 };
		ControlChartSettings settings = improving(ImprovementDirection.DECREASE)
			.rebasedOn(List.of(LocalDate.of(2024, 7, 31)));
		assertDrawn("minutes.svg", points(minutes, (place) -> 1800.0), settings, Unit.MINUTES, true);
	}

	@Test
	void drawsZeroesThatNeverChange() throws IOException {
		Double[] none = { 0.0, 0.0, 0.0 };
		assertDrawn("zeroes.svg", points(none, (place) -> null), improving(ImprovementDirection.DECREASE), Unit.COUNT,
				true);
	}

	@Test
	void drawsNarrowerAndInLargerLettersForAMail() throws IOException {
		Double[] shares = { 0.71, 0.72, 0.705, 0.713, 0.718, 0.69, 0.709, 0.7, 0.715, 0.721, 0.702, 0.684 };
		assertDrawn("mail.svg", points(shares, (place) -> (place == 11) ? 0.75 : null),
				improving(ImprovementDirection.INCREASE), Unit.PERCENT, true, ChartSize.MAIL);
	}

	@Test
	void tellsRestatedWithheldAndMissingFiguresApartByTheirShapes() throws IOException {
		Double[] beds = { 150.0, 152.0, null, null, 158.0, 160.0, 163.0 };
		List<ChartNote> notes = List.of(new ChartNote(1, "A", false, 156.0), new ChartNote(2, "", true, null),
				new ChartNote(5, "", false, 900.0));
		ControlChart chart = ControlChart.of(points(beds, (place) -> null), improving(ImprovementDirection.INCREASE));
		assertThat(ControlChartSvg.of("chart", chart.points(), notes, Unit.COUNT, true, ChartSize.PAGE, "A title",
				"A description."))
			.isEqualTo(
					new ClassPathResource("publication/charts/marked.svg").getContentAsString(StandardCharsets.UTF_8));
	}

	@Test
	void stepsOnlyWhereAValueIsRequiredFromADayOn() {
		List<Trajectory.DatedValue> path = List
			.of(new Trajectory.DatedValue(LocalDate.of(2024, 1, 31), BigDecimal.ONE));

		assertThat(drawn(new Trajectory.ByDate(path)))
			.contains("d=\"M84 157H306L306 132\" fill=\"none\" stroke=\"#b01f14\"");
		assertThat(drawn(new Trajectory.StraightLine(path)))
			.contains("d=\"M84 157L306 132\" fill=\"none\" stroke=\"#b01f14\"");
	}

	@Test
	void drawsWhatIsJudgedAsALineThatBeginsAnewWithAYear() {
		List<ControlChartSvg.JudgedLine.Step> steps = List.of(step(10.0, false), step(11.0, false), step(1.0, true),
				step(2.0, false), step(1.5, true));
		ControlChart chart = ControlChart.of(points(new Double[] { 10.0, 12.0, 1.0, 3.0, 1.5 }, (place) -> null),
				improving(ImprovementDirection.INCREASE));
		String svg = ControlChartSvg.of("chart", chart.points(), List.of(),
				new ControlChartSvg.JudgedLine("Year to date", "Latest month", steps), beds(null), ChartSize.PAGE, "t",
				"d");
		assertThat(svg).containsPattern(
				"d=\"M[0-9.]+ [0-9.]+L[0-9.]+ [0-9.]+M[0-9.]+ [0-9.]+L[0-9.]+ [0-9.]+M[0-9.]+ [0-9.]+\" fill=\"none\" stroke=\"#005eb8\"")
			.containsOnlyOnce("<line x1=\"606\"")
			.contains(">Year to date 1.5</text>", ">Required 6</text>", ">Latest month 1.5</text>");
	}

	private static ControlChartSvg.JudgedLine.Step step(double value, boolean begins) {
		return new ControlChartSvg.JudgedLine.Step(value, 6.0, begins);
	}

	private static String drawn(Trajectory required) {
		ControlChart chart = ControlChart.of(points(new Double[] { 1.0, 2.0 }, (place) -> 1.0 + place),
				improving(ImprovementDirection.INCREASE));
		return ControlChartSvg.of("chart", chart.points(), List.of(), null,
				beds(new Target(Target.Kind.REACH, Basis.latest(), null, required, 1, null)), ChartSize.MAIL, "t", "d");
	}

	private static Measure beds(@Nullable Target target) {
		return new Measure(MeasureId.of("beds"), "Beds", "Beds", "", Unit.COUNT, Direction.HIGHER, Cadence.MONTHLY,
				FeedId.of("beds"), List.of(OrganisationCode.of("QMM")), target, "", 0, null, null,
				ChartSettings.standard());
	}

	@Test
	void writesALongLabelSmallerRatherThanOverTheEdge() {
		ControlChart chart = ControlChart.of(points(new Double[] { 97_812_000.0, 97_812_001.0 }, (place) -> null),
				improving(ImprovementDirection.INCREASE));
		assertThat(ControlChartSvg.of("chart", chart.points(), List.of(), Unit.COUNT, true, ChartSize.MAIL, "t", "d"))
			.contains("font-size=\"13.1\" fill=\"#212b32\">Average 97,812,000.5</text>");
	}

	@Test
	void letsNoWordsBreakOutOfTheDrawing() {
		ControlChart chart = ControlChart.of(points(new Double[] { 1.0, 2.0 }, (place) -> null),
				improving(ImprovementDirection.INCREASE));
		assertThat(ControlChartSvg.of("chart", chart.points(), List.of(), Unit.COUNT, true, ChartSize.PAGE,
				"<script>\"&'", "d"))
			.contains("<title id=\"chart-title\">&lt;script&gt;&quot;&amp;&#39;</title>");
	}

	private static void assertDrawn(String name, List<Point> points, ControlChartSettings settings, Unit unit,
			boolean stepped) throws IOException {
		assertDrawn(name, points, settings, unit, stepped, ChartSize.PAGE);
	}

	private static void assertDrawn(String name, List<Point> points, ControlChartSettings settings, Unit unit,
			boolean stepped, ChartSize size) throws IOException {
		String svg = ControlChartSvg.of("chart", ControlChart.of(points, settings).points(), List.of(), unit, stepped,
				size, "A title", "A description.");
		assertThat(svg)
			.isEqualTo(new ClassPathResource("publication/charts/" + name).getContentAsString(StandardCharsets.UTF_8));
	}

	private static ControlChartSettings improving(ImprovementDirection direction) {
		return ControlChartSettings.improvingBy(direction);
	}

	private static List<Point> points(@Nullable Double[] values, Required required) {
		List<Point> points = new ArrayList<>();
		for (int i = 0; i < values.length; i++) {
			points.add(new Point(YearMonth.of(2024, 1).plusMonths(i).atEndOfMonth(), values[i], required.of(i)));
		}
		return points;
	}

	private interface Required {

		@Nullable Double of(int place);

	}

}

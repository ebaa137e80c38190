package org.jfpmonitor.variation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.jfpmonitor.variation.limits.Assurance;
import org.jfpmonitor.variation.limits.ControlLimits;
import org.jfpmonitor.variation.limits.Side;
import org.jfpmonitor.variation.limits.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every series, tried on seeded ones. */
class ControlChartTest {

	private static final ControlChartSettings HIGHER = ControlChartSettings.improvingBy(ImprovementDirection.INCREASE);

	private static final ControlChartSettings LOWER = ControlChartSettings.improvingBy(ImprovementDirection.DECREASE);

	static IntStream seeds() {
		return IntStream.range(0, 100);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void mirroredSeriesGivesMirroredChart(int seed) {
		double[] values = wanderingTenths(new Random(seed));
		ControlChart chart = ControlChart.of(withTarget(values, 50), HIGHER);
		ControlChart mirrored = ControlChart.of(withTarget(MonthlySeries.map(values, (value) -> -value), -50), LOWER);
		assertThat(mirrored.points()).map(ControlChartTest::mirror).isEqualTo(chart.points());
		assertThat(types(mirrored)).isEqualTo(types(chart));
		assertThat(mirrored.assurance()).isEqualTo(chart.assurance());
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void addingAConstantKeepsEveryCategory(int seed) {
		Random random = new Random(seed);
		double[] values = random.ints(32, 0, 40).asDoubleStream().toArray();
		int constant = random.nextInt(2001) - 1000;
		ControlChart chart = ControlChart.of(MonthlySeries.of(values), HIGHER);
		ControlChart moved = ControlChart.of(MonthlySeries.of(MonthlySeries.map(values, (value) -> value + constant)),
				HIGHER);
		assertThat(categories(moved)).isEqualTo(categories(chart));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void doublingEveryValueKeepsEveryCategory(int seed) {
		double[] values = wanderingTenths(new Random(seed));
		ControlChart chart = ControlChart.of(MonthlySeries.of(values), HIGHER);
		ControlChart doubled = ControlChart.of(MonthlySeries.of(MonthlySeries.map(values, (value) -> 2 * value)),
				HIGHER);
		assertThat(categories(doubled)).isEqualTo(categories(chart));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void theOrderOfThePointsDoesNotMatter(int seed) {
		List<Point> points = MonthlySeries.of(wanderingTenths(new Random(seed)));
		List<Point> shuffled = new ArrayList<>(points);
		Collections.shuffle(shuffled, new Random(seed));
		assertThat(ControlChart.of(shuffled, HIGHER)).isEqualTo(ControlChart.of(points, HIGHER));
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void aRebaseSeparatesTheSeriesAsIfTheyWereTwo(int seed) {
		Random random = new Random(seed);
		List<Point> points = MonthlySeries.of(wanderingTenths(random));
		int cut = 1 + random.nextInt(points.size() - 1);
		ControlChart chart = ControlChart.of(points, LOWER.rebasedOn(List.of(points.get(cut).date())));
		List<String> apart = new ArrayList<>(categories(ControlChart.of(points.subList(0, cut), LOWER)));
		apart.addAll(categories(ControlChart.of(points.subList(cut, points.size()), LOWER)));
		assertThat(categories(chart)).isEqualTo(apart);
		assertThat(chart.groups()).extracting(RebaseGroup::rows).containsExactly(cut, points.size() - cut);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void gapsNeverStopTheCalculation(int seed) {
		Random random = new Random(seed);
		double[] values = MonthlySeries.map(wanderingTenths(random),
				(value) -> (random.nextInt(4) == 0) ? Double.NaN : value);
		ControlChart chart = ControlChart.of(MonthlySeries.of(values), HIGHER);
		assertThat(chart.points()).hasSize(values.length)
			.filteredOn((point) -> point.value() == null)
			.allMatch((point) -> point.type() == PointType.COMMON_CAUSE && point.zone() == Zone.UNKNOWN
					&& point.side() == Side.UNKNOWN);
	}

	@Test
	void namesRebasesThatAreNoDateOfTheSeries() {
		LocalDate between = MonthlySeries.month(1).plusDays(3);
		LocalDate later = MonthlySeries.month(50);
		ControlChart chart = ControlChart.of(MonthlySeries.of(1, 2, 3, 4),
				HIGHER.rebasedOn(List.of(later, MonthlySeries.month(2), between, MonthlySeries.month(2))));
		assertThat(chart.unmatchedRebases()).containsExactly(between, later);
		assertThat(chart.groups()).extracting(RebaseGroup::first)
			.containsExactly(MonthlySeries.month(0), MonthlySeries.month(2));
	}

	@Test
	void twelveRowsAreAShortGroupAndThirteenAreNot() {
		assertThat(ControlChart.of(MonthlySeries.of(new double[12]), HIGHER).hasShortGroup()).isTrue();
		assertThat(ControlChart.of(MonthlySeries.of(new double[13]), HIGHER).hasShortGroup()).isFalse();
	}

	@Test
	void missingValuesAreNoFiguresToTakeLimitsFrom() {
		double[] thirteen = new double[13];
		double[] oneMissing = MonthlySeries.concat(new double[12], new double[] { Double.NaN });

		assertThat(ControlChart.of(MonthlySeries.of(thirteen), HIGHER).hasFewFigures()).isFalse();
		assertThat(ControlChart.of(MonthlySeries.of(oneMissing), HIGHER).hasFewFigures()).isTrue();
		assertThat(ControlChart.of(MonthlySeries.of(MonthlySeries.concat(oneMissing, new double[] { 0 })), HIGHER)
			.hasFewFigures()).isFalse();
	}

	@Test
	void nothingIsSaidOfATargetWhileFiguresAreTooFew() {
		List<Point> points = new ArrayList<>();
		for (int month = 0; month < 13; month++) {
			points.add(new Point(MonthlySeries.month(month), (month == 6) ? null : 5.0 + month % 2, 90.0));
		}

		ControlChart chart = ControlChart.of(points, HIGHER);

		assertThat(chart.assurance()).contains(Assurance.CONSISTENT_FAIL);
		assertThat(chart.establishedAssurance()).isEmpty();
	}

	@Test
	void theSeededSeriesShowEveryCause() {
		SpecialCause[] shown = seeds()
			.mapToObj((seed) -> ControlChart.of(MonthlySeries.of(wanderingTenths(new Random(seed))), HIGHER))
			.flatMap((chart) -> chart.points().stream())
			.map(ChartPoint::specialCause)
			.distinct()
			.sorted()
			.toArray(SpecialCause[]::new);
		assertThat(shown).isEqualTo(SpecialCause.values());
		assertThat(Arrays.stream(shown).map(SpecialCause::code)).doesNotHaveDuplicates();
	}

	private static List<Point> withTarget(double[] values, double target) {
		return MonthlySeries.of(values).stream().map((point) -> point.withTarget(target)).toList();
	}

	/** Neighbours differ: an equal one after a trend is read as falling either way. */
	private static double[] wanderingTenths(Random random) {
		double[] values = new double[20 + random.nextInt(40)];
		int tenths = 500;
		double drift = random.nextGaussian() * 8;
		for (int i = 0; i < values.length; i++) {
			int step = (int) Math.round(drift + random.nextGaussian() * 10);
			tenths += (step != 0) ? step : 1;
			drift = (random.nextInt(9) == 0) ? random.nextGaussian() * 8 : drift;
			values[i] = tenths / 10.0;
		}
		return values;
	}

	private static List<String> categories(ControlChart chart) {
		return chart.points()
			.stream()
			.map((point) -> "%s %s %s %s".formatted(point.date(), point.side(), point.zone(), point.specialCause()))
			.toList();
	}

	private static List<PointType> types(ControlChart chart) {
		return chart.points().stream().map(ChartPoint::type).toList();
	}

	private static ChartPoint mirror(ChartPoint point) {
		ControlLimits limits = point.limits();
		return new ChartPoint(point.date(), negate(point.value()), negate(point.target()), point.rebaseGroup(),
				point.shortGroup(),
				new ControlLimits(negate(limits.mean()), negate(limits.upper()), negate(limits.lower()),
						negate(limits.nearUpper()), negate(limits.nearLower())),
				mirror(point.side()), point.zone(), mirror(point.specialCause()), point.type());
	}

	private static Double negate(Double number) {
		return (number == null) ? null : Double.valueOf(0.0 - number);
	}

	private static Side mirror(Side side) {
		return switch (side) {
			case ABOVE_MEAN -> Side.BELOW_MEAN;
			case BELOW_MEAN -> Side.ABOVE_MEAN;
			case ON_MEAN, UNKNOWN -> side;
		};
	}

	private static SpecialCause mirror(SpecialCause cause) {
		List<SpecialCause> high = List.of(SpecialCause.ABOVE_UPPER_LIMIT, SpecialCause.TREND_INCREASING,
				SpecialCause.TWO_IN_THREE_ABOVE_MEAN, SpecialCause.SHIFT_ABOVE_MEAN, SpecialCause.COMMON_CAUSE);
		List<SpecialCause> low = List.of(SpecialCause.BELOW_LOWER_LIMIT, SpecialCause.TREND_DECREASING,
				SpecialCause.TWO_IN_THREE_BELOW_MEAN, SpecialCause.SHIFT_BELOW_MEAN, SpecialCause.COMMON_CAUSE);
		return high.contains(cause) ? low.get(high.indexOf(cause)) : high.get(low.indexOf(cause));
	}

}

package org.jfpmonitor.variation.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.jfpmonitor.variation.ChartInputException;
import org.jfpmonitor.variation.MonthlySeries;
import org.jfpmonitor.variation.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class TrendTest {

	private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

	@Test
	void findsAStraightLineAndCarriesItOn() {
		Trend trend = Trend.theilSen(weekly("10 11.75 13.5 15.25 17 18.75 20.5")).orElseThrow();
		assertThat(trend).isEqualTo(new Trend(FIRST, 10, 0.25, 7, true));
		assertThat(trend.valueOn(FIRST.plusDays(42))).isEqualTo(20.5);
		assertThat(trend.valueOn(FIRST.plusDays(142))).isEqualTo(45.5);
		assertThat(trend.valueOn(FIRST.minusDays(40))).isEqualTo(0);
	}

	@Test
	void isNotTiltedByTwoWildFigures() {
		assertThat(Trend.theilSen(weekly("10 11.75 900 15.25 17 18.75 -900 22.25 24 25.75")))
			.hasValue(new Trend(FIRST, 10, 0.25, 10, true));
	}

	/**
	 * Slopes over 7, 14, ... days: the middle of 15 is (4 - 1) / 14; left over: -1 to
	 * 1.6.
	 */
	@Test
	void takesTheMiddleOfAllSlopesAndOfAllThatIsLeft() {
		Trend trend = Trend.theilSen(weekly("0 1 1 4 3 5")).orElseThrow();
		assertThat(trend.slopePerDay()).isCloseTo(1.0 / 7, within(1e-15));
		assertThat(trend.intercept()).isCloseTo(0, within(1e-12));
	}

	@Test
	void looksAtTheLastTwelveRowsUnlessToldOtherwise() {
		List<Point> points = weekly("99 -50 7 7 7 7 7 7 7 7 7 7 7 7");
		assertThat(Trend.theilSen(points)).hasValue(new Trend(FIRST.plusDays(14), 7, 0, 12, false));
		assertThat(Trend.theilSen(points, 7)).hasValue(new Trend(FIRST.plusDays(49), 7, 0, 7, false));
		assertThat(Trend.theilSen(points, 100).orElseThrow().values()).isEqualTo(14);
	}

	@Test
	void needsSixValuesAmongTheRowsLookedAt() {
		assertThat(Trend.theilSen(weekly("1 2 3 4 5"))).isEmpty();
		assertThat(Trend.theilSen(weekly("1 2 3 4 5 6"))).isPresent();
		assertThat(Trend.theilSen(weekly("9 9 9 9 1 2 ? 3 ? 4 ? 5 ? ? ? ?"))).isEmpty();
		assertThat(Trend.theilSen(weekly("9 9 9 9 1 2 ? 3 ? 4 ? 5 ? ? 6 ?"))).map(Trend::values).hasValue(6);
		assertThat(Trend.theilSen(List.of())).isEmpty();
	}

	@Test
	void refusesToLookAtFivePointsOnly() {
		assertThatExceptionOfType(ChartInputException.class).isThrownBy(() -> Trend.theilSen(List.of(), 5))
			.withMessage("points of a trend: expected at least 6, found 5; give 6 or more");
	}

	/** Of 66 different pairs 46 must go the same way; of equal values fewer will do. */
	@ParameterizedTest
	@CsvSource(textBlock = """
			5 4 3 2 1 10 9 8 7 6 11 12, true
			7 6 5 4 3 2 1 8 9 10 11 12, false
			12 11 6 7 8 9 10 1 2 3 4 5, true
			12 11 10 9 8 1 2 3 4 5 6 7, false
			1 1 1 1 1 1 2 2 2 2 2 2,    true
			1 1 1 1 1 1 1 1 1 1 2 2,    true
			1 1 1 1 1 1 1 1 1 1 1 2,    false
			3 3 3 3 3 3 3 3 3 3 3 3,    false
			""")
	void isBeyondChanceWhenEnoughPairsGoTheSameWay(String values, boolean expected) {
		assertThat(Trend.theilSen(weekly(values)).orElseThrow().beyondChance()).isEqualTo(expected);
	}

	@Test
	void callsNoiseATrendAtMostOnceInTwentyEachWay() {
		Random random = new Random(1945);
		int falling = 0;
		int rising = 0;
		for (int i = 0; i < 20_000; i++) {
			Trend trend = Trend.theilSen(MonthlySeries.of(random.doubles(12).toArray())).orElseThrow();
			falling += (trend.beyondChance() && trend.slopePerDay() < 0) ? 1 : 0;
			rising += (trend.beyondChance() && trend.slopePerDay() > 0) ? 1 : 0;
		}
		assertThat(falling).isBetween(700, 1000);
		assertThat(rising).isBetween(700, 1000);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void mirroredSeriesGivesMirroredTrend(int seed) {
		double[] values = new Random(seed).doubles(12).toArray();
		LocalDate later = MonthlySeries.month(20);
		double projected = Trend.theilSen(MonthlySeries.of(values)).orElseThrow().valueOn(later);
		double[] mirrored = MonthlySeries.map(values, (value) -> -value);
		assertThat(Trend.theilSen(MonthlySeries.of(mirrored)).orElseThrow().valueOn(later)).isEqualTo(-projected);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void theOrderOfThePointsDoesNotMatter(int seed) {
		List<Point> points = MonthlySeries.of(new Random(seed).doubles(20).toArray());
		List<Point> shuffled = new ArrayList<>(points);
		Collections.shuffle(shuffled, new Random(seed));
		assertThat(Trend.theilSen(shuffled)).isEqualTo(Trend.theilSen(points));
	}

	static IntStream seeds() {
		return IntStream.range(0, 50);
	}

	private static List<Point> weekly(String written) {
		List<Point> points = new ArrayList<>();
		for (double value : MonthlySeries.values(written)) {
			LocalDate date = FIRST.plusWeeks(points.size());
			points.add(Double.isNaN(value) ? Point.missing(date) : Point.of(date, value));
		}
		return points;
	}

}

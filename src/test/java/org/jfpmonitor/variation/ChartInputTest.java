package org.jfpmonitor.variation;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.variation.limits.ControlLimits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ChartInputTest {

	private static final LocalDate MAY = LocalDate.of(2024, 5, 1);

	private static final LocalDate JUNE = LocalDate.of(2024, 6, 1);

	private static final ControlChartSettings SETTINGS = ControlChartSettings
		.improvingBy(ImprovementDirection.INCREASE);

	@Test
	void namesEveryDateWithSeveralPoints() {
		List<Point> points = List.of(Point.of(JUNE, 1), Point.of(MAY, 2), Point.missing(JUNE), Point.of(JUNE, 1),
				Point.of(MAY, 2), Point.of(LocalDate.of(2024, 7, 1), 3));
		assertThatExceptionOfType(ChartInputException.class).isThrownBy(() -> ControlChart.of(points, SETTINGS))
			.satisfies((ex) -> assertThat(ex.faults()).containsExactly(
					"2024-05-01: expected one point for a date, found 2; keep one of them",
					"2024-06-01: expected one point for a date, found 3; keep one of them"))
			.withMessageContainingAll("2024-05-01", "2024-06-01");
	}

	@Test
	void refusesASeriesWithoutPoints() {
		assertThatExceptionOfType(ChartInputException.class).isThrownBy(() -> ControlChart.of(List.of(), SETTINGS))
			.withMessage("points: expected at least one, found none; draw no chart without figures");
	}

	@Test
	void refusesNumbersThatAreNone() {
		assertThatExceptionOfType(ChartInputException.class).isThrownBy(() -> Point.of(MAY, Double.NaN))
			.withMessage("value of 2024-05-01: expected a number no larger than 1.0E300 in size, found NaN; "
					+ "correct it, or leave it out");
		assertThatExceptionOfType(ChartInputException.class)
			.isThrownBy(() -> Point.of(MAY, 1).withTarget(Double.NEGATIVE_INFINITY))
			.withMessage("target of 2024-05-01: expected a number no larger than 1.0E300 in size, found -Infinity; "
					+ "correct it, or leave it out");
	}

	@Test
	void refusesABaselineOfElevenPointsAndTakesOneOfTwelve() {
		assertThatExceptionOfType(ChartInputException.class).isThrownBy(() -> SETTINGS.fixedAfter(11))
			.withMessage("points that fix the limits: expected at least 12, found 11; give more, "
					+ "or leave it out to use every point");
		assertThat(SETTINGS.fixedAfter(12).fixAfterPoints()).isEqualTo(12);
	}

	@Test
	void chartsTheLargestNumbersWithoutOverflow() {
		List<Point> points = MonthlySeries.of(1e300, -1e300, 1e300, -1e300, 1e300, -1e300, 1e300);
		ControlLimits limits = ControlChart.of(points, SETTINGS).latest().limits();
		assertThat(limits.mean()).isEqualTo(1e300 / 7);
		assertThat(limits.upper()).isEqualTo(1e300 / 7 + 2.66 * 2e300);
	}

	@Test
	void readsMinusZeroAsZero() {
		assertThat(Point.of(MAY, -0.0)).isEqualTo(Point.of(MAY, 0.0));
	}

}

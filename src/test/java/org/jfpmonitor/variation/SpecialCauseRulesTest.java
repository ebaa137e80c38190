package org.jfpmonitor.variation;

import java.util.List;
import java.util.stream.Collectors;

import org.jfpmonitor.variation.limits.ControlLimits;
import org.jfpmonitor.variation.limits.Side;
import org.jfpmonitor.variation.limits.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The edges of each rule. Twelve fixed values of 1 and 3 by turns give mean 2, limits
 * -3.32 and 7.32 and near limits -1.5467 and 5.5467; each row of the table goes on from
 * there.
 */
class SpecialCauseRulesTest {

	private static final double[] BASELINE = MonthlySeries.values("1 3 1 3 1 3 1 3 1 3 1 3");

	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					a value on the upper limit is inside         | 7.32                               | .
					a value beyond the upper limit is outside    | 7.33                               | U
					a value on the lower limit is inside         | -3.3200000000000003                         | .
					a value beyond the lower limit is outside    | -3.33                              | L
					six rising points are no trend               | 1.5 1.6 1.7 1.8 1.9 2.1 1          | . . . . . . .
					seven rising points are a trend              | 1.5 1.6 1.7 1.8 1.9 2.1 2.2        | I I I I I I I
					eight rising points are one trend            | 1 1.5 1.6 1.7 1.8 1.9 2.1 2.2      | I I I I I I I I
					seven falling points are a trend             | 3.5 2.4 2.3 2.1 1.9 1.8 1.7 9      | D D D D D D D U
					equal neighbours end a trend                 | 1.5 1.6 1.7 1.8 1.8 1.9 2.1 2.2    | . . . . . . . .
					a missing value ends a trend                 | 1.5 1.6 1.7 ? 1.9 2.1 2.2 2.3      | . . . . . . . .
					a turning point belongs to the later trend   | 1 1.1 1.2 1.3 1.4 1.5 1.6 1.5 1.4 1.3 1.2 1.1 1 | I I I I I I D D D D D D D
					a new rise from below turns the last point   | 1 1.1 1.2 1.3 1.4 1.5 1.6 1 1.1 1.2 1.3 1.4 1.5 1.6 | I I I I I I D I I I I I I I
					an equal value after a rise makes it fall    | 1 1.1 1.2 1.3 1.4 1.5 1.6 1.6 1.5 1.4 1.3 1.2 1.1 1 | I I I I I I D D D D D D D D
					an equal value after a fall keeps it falling | 4 1.5 1.4 1.3 1.2 1.1 1 1 1.1 1.2 1.3 1.4 1.5 1.6 | D D D D D D D I I I I I I I
					two of three close and all on one side       | 2 5.55 3 5.55                      | . ^ . ^
					two of three close below the mean            | 2 -1.55 -1.55 1                    | . v v .
					just inside the near limit is not close      | 2 5.54 5.54 5.54                   | . . . .
					one of three on the other side stops the rule | 2 5.55 1 5.55                     | . . . .
					one of three on the mean stops the rule      | 2 5.55 2 5.55                      | . . . .
					a missing value stops two in three           | 2 5.55 ? 5.55                      | . . . .
					there is no partial window at the end        | 2 5.55 5.55                        | . . .
					points beyond the limits are not close       | 2 7.33 5.55 3                      | . U . .
					two close beside one beyond the limits       | 2 7.33 5.55 5.55                   | . U ^ ^
					six points above the mean are no shift       | 2 2.5 3 2.5 3 2.5 3 2              | . . . . . . . .
					seven points above the mean are a shift      | 2 2.5 3 2.5 3 2.5 3 2.5            | . + + + + + + +
					seven points below the mean are a shift      | 2 1.5 1 1.5 1 1.5 1 1.5            | . - - - - - - -
					a point on the mean ends a shift             | 2 2.5 3 2.5 3 2 2.5 3 2.5 3        | . . . . . . . . . .
					a missing value ends a shift                 | 2 2.5 3 2.5 3 ? 2.5 3 2.5 3        | . . . . . . . . . .
					a last missing value is no signal            | 2 2.5 3 2.5 3 2.5 3 2.5 ?          | . + + + + + + + .
					outside comes before a trend                 | 1.5 2 3 4 5 6 7 8                  | I I I I I I I U
					a trend comes before two in three            | 2 2.1 3 4 5 5.6 5.7                | I I I I I I I
					two in three comes before a shift            | 2 5.6 5.6 3 2.5 3 2.5 3            | . ^ ^ + + + + +
					""")
	void firesAtItsEdges(String claim, String tail, String expected) {
		List<Point> points = MonthlySeries.of(MonthlySeries.concat(BASELINE, MonthlySeries.values(tail)));
		ControlChart chart = ControlChart.of(points,
				ControlChartSettings.improvingBy(ImprovementDirection.INCREASE).fixedAfter(12));
		assertThat(causes(chart.points().subList(12, points.size()))).isEqualTo(expected);
	}

	@Test
	void countsTheBaselineInRowsAndNotInValues() {
		double[] values = MonthlySeries.values("1 3 ? 3 1 3 1 3 1 3 1 3 1 3 100");
		ControlLimits limits = ControlChart
			.of(MonthlySeries.of(values),
					ControlChartSettings.improvingBy(ImprovementDirection.INCREASE).fixedAfter(12))
			.latest()
			.limits();
		assertThat(limits.mean()).isEqualTo(23.0 / 11);
	}

	@Test
	void hasNoMeanWhenTheWholeBaselineIsMissing() {
		double[] values = MonthlySeries.values("? ? ? ? ? ? ? ? ? ? ? ? 4");
		ChartPoint latest = ControlChart
			.of(MonthlySeries.of(values),
					ControlChartSettings.improvingBy(ImprovementDirection.INCREASE).fixedAfter(12))
			.latest();
		assertThat(latest.limits()).isEqualTo(new ControlLimits(null, null, null, null, null));
		assertThat(latest.side()).isEqualTo(Side.UNKNOWN);
		assertThat(latest.zone()).isEqualTo(Zone.UNKNOWN);
	}

	private static String causes(List<ChartPoint> points) {
		return points.stream().map((point) -> switch (point.specialCause()) {
			case ABOVE_UPPER_LIMIT -> "U";
			case BELOW_LOWER_LIMIT -> "L";
			case TREND_INCREASING -> "I";
			case TREND_DECREASING -> "D";
			case TWO_IN_THREE_ABOVE_MEAN -> "^";
			case TWO_IN_THREE_BELOW_MEAN -> "v";
			case SHIFT_ABOVE_MEAN -> "+";
			case SHIFT_BELOW_MEAN -> "-";
			case COMMON_CAUSE -> ".";
		}).collect(Collectors.joining(" "));
	}

}

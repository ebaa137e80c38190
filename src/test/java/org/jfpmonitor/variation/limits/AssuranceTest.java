package org.jfpmonitor.variation.limits;

import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.variation.ControlChart;
import org.jfpmonitor.variation.ControlChartSettings;
import org.jfpmonitor.variation.ImprovementDirection;
import org.jfpmonitor.variation.MonthlySeries;
import org.jfpmonitor.variation.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sixteen values of 1 and 3 by turns: mean 2, upper limit 7.32, and a lower one that is
 * -3.3200000000000003 in doubles.
 */
class AssuranceTest {

	private static final double[] VALUES = MonthlySeries.values("1 3 1 3 1 3 1 3 1 3 1 3 1 3 1 3");

	@ParameterizedTest
	@CsvSource(textBlock = """
			INCREASE, 7.33,  consistent_fail
			INCREASE, 7.32,  inconsistent
			INCREASE, -3.3200000000000003, inconsistent
			INCREASE, -3.33, consistent_pass
			DECREASE, 7.33,  consistent_pass
			DECREASE, 7.32,  inconsistent
			DECREASE, -3.3200000000000003, inconsistent
			DECREASE, -3.33, consistent_fail
			NEUTRAL,  7.33,
			""")
	void comparesTheTargetStrictlyWithTheLimits(ImprovementDirection better, double target, String expected) {
		List<Point> points = MonthlySeries.of(VALUES).stream().map((point) -> point.withTarget(target)).toList();
		ControlChart chart = ControlChart.of(points, ControlChartSettings.improvingBy(better));
		assertThat(chart.assurance().map(Assurance::code).orElse(null)).isEqualTo(expected);
	}

	@Test
	void judgesAMovingTargetWhereItStandsNow() {
		assertThat(assurance(withTargetsAtTheEnd(-5.0, 2.0, 8.0))).isEqualTo("consistent_fail");
		assertThat(assurance(withTargetsAtTheEnd(8.0, 2.0, -5.0))).isEqualTo("consistent_pass");
	}

	@Test
	void isInconsistentWhenTheLatestRowHasNoTarget() {
		assertThat(assurance(withTargetsAtTheEnd(8.0, null))).isEqualTo("inconsistent");
	}

	@Test
	void isAbsentWithoutAnyTarget() {
		assertThat(assurance(MonthlySeries.of(VALUES))).isNull();
	}

	@Test
	void needsNoFigureInTheLatestRow() {
		List<Point> points = withTargetsAtTheEnd(8.0);
		points.add(Point.missing(MonthlySeries.month(points.size())).withTarget(8));
		assertThat(assurance(points)).isEqualTo("consistent_fail");
	}

	private static List<Point> withTargetsAtTheEnd(Double... targets) {
		List<Point> points = new ArrayList<>(MonthlySeries.of(VALUES));
		for (int i = 0; i < targets.length; i++) {
			int row = points.size() - targets.length + i;
			points.set(row, new Point(points.get(row).date(), points.get(row).value(), targets[i]));
		}
		return points;
	}

	private static String assurance(List<Point> points) {
		return ControlChart.of(points, ControlChartSettings.improvingBy(ImprovementDirection.INCREASE))
			.assurance()
			.map(Assurance::code)
			.orElse(null);
	}

}

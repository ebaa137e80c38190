package org.jfpmonitor.chart;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineLabelsTest {

	@Test
	void leavesLabelsWhereTheyAreWhenTheyAreApart() {
		assertThat(heights(40, 100, 200)).containsExactly(40.0, 100.0, 200.0);
	}

	@Test
	void movesLabelsApart() {
		assertThat(heights(100, 101, 102)).containsExactly(100.0, 116.0, 132.0);
	}

	@Test
	void movesLabelsUpWhereTheBottomIsReached() {
		assertThat(heights(280, 279, 280, 100)).containsExactly(100.0, 248.0, 264.0, 280.0);
	}

	private static List<Double> heights(double... wanted) {
		LineLabels labels = new LineLabels(16);
		for (double y : wanted) {
			labels.add("label", y, ChartStyle.LIMIT_LABEL);
		}
		return labels.placed(32, 280).stream().map(LineLabels.Label::y).toList();
	}

}

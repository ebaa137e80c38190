package org.jfpmonitor.chart;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ValueAxisTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			140 202        | 120 140 160 180 200 220
			0 0.5          | 0.0 0.1 0.2 0.3 0.4 0.5
			-3 7           | -4 -2 0 2 4 6 8
			8.9 12.3       | 8 9 10 11 12 13
			15962 16040    | 15940 15960 15980 16000 16020 16040
			0              | 0.0 0.2 0.4 0.6
			100            | 90 95 100 105 110
			0.004 0.0071   | 0.003 0.004 0.005 0.006 0.007 0.008
			""")
	void marksRoundValuesAroundTheFigures(String figures, String marks) {
		ValueAxis axis = axis(Arrays.stream(figures.split(" ")).map(Double::valueOf).toList());
		assertThat(axis.marks()).extracting(BigDecimal::toPlainString).containsExactly(marks.split(" "));
	}

	@Test
	void keepsEveryValueBetweenTopAndBottom() {
		Random random = new Random(20250331);
		for (int run = 0; run < 500; run++) {
			double scale = Math.pow(10, random.nextInt(12) - 6);
			List<Double> values = DoubleStream.generate(() -> (random.nextDouble() - 0.3) * scale)
				.limit(1 + random.nextInt(40))
				.boxed()
				.toList();
			ValueAxis axis = axis(values);
			assertThat(axis.marks()).as("%s", values).hasSizeBetween(2, 8);
			assertThat(values).allSatisfy((value) -> assertThat(axis.y(value)).isBetween(32.0 - 1e-6, 280.0 + 1e-6));
		}
	}

	@Test
	void putsHighValuesHigh() {
		ValueAxis axis = axis(List.of(0.0, 10.0));
		assertThat(axis.y(10)).isEqualTo(32);
		assertThat(axis.y(0)).isEqualTo(280);
	}

	private static ValueAxis axis(List<Double> values) {
		return ValueAxis.spanning(values, 32, 280);
	}

}

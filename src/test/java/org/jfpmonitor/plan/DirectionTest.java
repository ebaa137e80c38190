package org.jfpmonitor.plan;

import java.math.BigDecimal;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DirectionTest {

	@ParameterizedTest
	@CsvSource({ "HIGHER, 150, 200, 0.75", "HIGHER, 200, 200, 1", "HIGHER, 250, 200, 1.25", "HIGHER, 0, 200, 0",
			"HIGHER, 5, 0,", "HIGHER, 0, 0, 1", "HIGHER, -1, 200,", "LOWER, 40, 30, 0.75", "LOWER, 30, 30, 1",
			"LOWER, 24, 30, 1.25", "LOWER, 0, 30,", "LOWER, 5, 0, 0", "LOWER, 0, 0, 1", "LOWER, 30, -1,",
			"LOWER, -5, -5, 1" })
	void attainmentIsTurnedSoThatOneOrMoreIsGood(Direction better, BigDecimal figure, BigDecimal required,
			BigDecimal attainment) {
		assertThat(better.attainment(figure, required).map(BigDecimal::stripTrailingZeros))
			.isEqualTo(Optional.ofNullable(attainment).map(BigDecimal::stripTrailingZeros));
	}

}

package org.jfpmonitor.assessment.reason;

import java.math.BigDecimal;
import java.math.MathContext;

import org.jfpmonitor.plan.Unit;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ValuePairTest {

	@Test
	void showsAsManyDecimalsAsTellTheTwoApart() {
		assertThat(ValuePair.of(Unit.PERCENT, new BigDecimal("0.9204"), new BigDecimal("0.92")))
			.isEqualTo(new ValuePair("92.04%", "92%"));
	}

	@Test
	void showsNoMoreDecimalsWhereOnlyACutOffDivisionTellsThemApart() {
		BigDecimal figure = BigDecimal.valueOf(13).divide(BigDecimal.valueOf(30), MathContext.DECIMAL128);
		BigDecimal required = BigDecimal.valueOf(13).divide(BigDecimal.valueOf(30), new MathContext(33));

		assertThat(ValuePair.of(Unit.PERCENT, figure, required)).isEqualTo(new ValuePair("43.3%", "43.3%"));
	}

}

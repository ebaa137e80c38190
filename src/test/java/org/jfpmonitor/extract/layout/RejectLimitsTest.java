package org.jfpmonitor.extract.layout;

import java.math.BigDecimal;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RejectLimitsTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					9223372036854775807 | 0.2   | 10 | at most 10 rejected lines, or 20% of those read
					2000                | 0.005 | 10 | at most 10 rejected lines, or 0.5% of those read, and never more than 2,000
					5                   | 0.2   | 10 | at most 5 rejected lines
					0                   | 0.2   | 0  | at most 0 rejected lines
					""")
	void saysWhatItBears(long atMost, BigDecimal share, long always, String words) {
		assertThat(new RejectLimits(atMost, share, always, false).inWords()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "10, 10, false", "11, 55, false", "11, 54, true", "2000, 10000, false", "2001, 1000000, true" })
	void countsByShareFromTheUsualNumberOnAndByNumberInAnyCase(long rejected, long read, boolean exceeded) {
		assertThat(new RejectLimits(2000, new BigDecimal("0.2"), 10, false).isExceeded(rejected, read))
			.isEqualTo(exceeded);
	}

}

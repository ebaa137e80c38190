package org.jfpmonitor.publication.page;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LondonTimeTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			2025-05-15T08:05:00Z | 15 May 2025, 9:05am
			2025-01-15T12:30:00Z | 15 January 2025, 12:30pm
			2025-07-31T23:30:00Z | 1 August 2025, 12:30am
			""")
	void writesAMomentAsTheClockInLondonShowsIt(Instant moment, String words) {
		assertThat(LondonTime.inWords(moment)).isEqualTo(words);
	}

}

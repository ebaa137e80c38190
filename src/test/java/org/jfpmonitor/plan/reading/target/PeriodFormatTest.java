package org.jfpmonitor.plan.reading.target;

import java.time.LocalDate;
import java.util.Locale;

import org.jfpmonitor.calendar.Period;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeriodFormatTest {

	@ParameterizedTest
	@CsvSource({ "monthly, 2025-03, 2025-03-01, 2025-03-31", "quarterly, 2024-Q4, 2025-01-01, 2025-03-31",
			"quarterly, 2024-Q1, 2024-04-01, 2024-06-30", "annual, 2024/25, 2024-04-01, 2025-03-31",
			"daily, 2025-03-31, 2025-03-31, 2025-03-31", "weekly, 2025-04-02, 2025-03-31, 2025-04-06" })
	void readsPeriodsOfEachLength(String cadence, String written, LocalDate first, LocalDate last) {
		assertThat(PeriodFormat.valueOf(cadence.toUpperCase(Locale.ROOT)).parse(written))
			.contains(Period.ofClosed(first, last));
	}

	@ParameterizedTest
	@CsvSource({ "monthly, 2025-13", "quarterly, 2024-Q5", "quarterly, 2025-03", "annual, 2024/26", "annual, 2024",
			"daily, 2025-03", "weekly, 2025-W14" })
	void refusesPeriodsOfAnotherLength(String cadence, String written) {
		assertThat(PeriodFormat.valueOf(cadence.toUpperCase(Locale.ROOT)).parse(written)).isEmpty();
	}

}

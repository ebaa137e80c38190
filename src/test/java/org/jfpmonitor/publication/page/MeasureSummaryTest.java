package org.jfpmonitor.publication.page;

import org.jfpmonitor.assessment.Example;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jfpmonitor.assessment.Written.at;

class MeasureSummaryTest {

	@Test
	void saysFromWhenSomethingIsRequiredWhereNothingIsYet() {
		MeasureSummary summary = MeasureSummary
			.of(Example.beds().reach(1, at("2025-04-30", "9")).figures("2025-03", "5").asOf("2025-03-31"));

		assertThat(summary.required()).isEqualTo("9 or more from 30 April 2025");
	}

	@Test
	void saysThatThereIsNoTargetWhereThePlanSetsNone() {
		MeasureSummary summary = MeasureSummary
			.of(Example.beds().withoutTarget("").figures("2025-03", "5").asOf("2025-03-31"));

		assertThat(summary.required()).isEqualTo("No target yet");
	}

}

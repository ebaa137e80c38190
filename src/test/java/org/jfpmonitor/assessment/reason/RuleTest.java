package org.jfpmonitor.assessment.reason;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RuleTest {

	@Test
	void keepsEveryCodeThatTheInterfaceAndRecordedRunsHaveUsed() {
		assertThat(Arrays.stream(Rule.values()).map(Rule::code)).contains("retired", "worst_of_parts",
				"all_parts_completed", "completed_so_far", "data_missing", "nothing_assessed", "requirement_met",
				"requirement_missed", "target_sustained", "target_met_not_yet_sustained", "target_lost",
				"milestone_achieved", "milestone_not_yet_due", "milestone_past_due", "milestone_forecast_late",
				"no_figure", "figure_overdue", "organisation_closed", "figure_withheld", "figure_not_submitted",
				"nothing_to_measure", "organisation_missing", "periods_missing", "cannot_be_combined",
				"baseline_missing", "target_not_set", "no_requirement");
	}

}

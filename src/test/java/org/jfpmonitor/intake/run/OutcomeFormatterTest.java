package org.jfpmonitor.intake.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Vintage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an import says of a file, at the shell and in the log. */
class OutcomeFormatterTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					A.             | a.csv: published 1 figure as delivery 12, 0 revised. Of 1 line read, 1 used, 0 left out by rule, 0 rejected. Warning: A.
					A.;B.;C.       | a.csv: published 1 figure as delivery 12, 0 revised. Of 1 line read, 1 used, 0 left out by rule, 0 rejected. Warning: A. Warning: B. Warning: C.
					A.;B.;C.;D.;E. | a.csv: published 1 figure as delivery 12, 0 revised. Of 1 line read, 1 used, 0 left out by rule, 0 rejected. 5 warnings, the first 3: A. B. C. Files received has all, at delivery 12.
					""")
	void namesTheFirstWarningsAndSaysWhereAllAre(String warnings, String message) {
		Delivery delivery = new Delivery(DeliveryId.of(12), "0".repeat(64), "a.csv", null, "ae",
				Vintage.arrived(LocalDate.of(2025, 7, 14)), Instant.parse("2025-07-14T23:30:00Z"), null,
				Delivery.Outcome.PUBLISHED, new LineCounts(1, 1, 0, 0), 1, 0, List.of(Period.month(2025, 3)),
				Duration.ZERO, List.of(), List.of(warnings.split(";", -1)));

		assertThat(OutcomeFormatter.imported(delivery).message()).isEqualTo(message);
	}

}

package org.jfpmonitor.publication.received;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Vintage;
import org.jfpmonitor.publication.board.ExamplePlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryRowTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					PUBLISHER     | 2025-06-12 | 1     | 12 June 2025, as it states
					PUBLISHER     | 2025-07-15 | 2     | 15 July 2025, as it states, version 2
					LATEST_PERIOD | 2025-04-30 | 1     | 30 April 2025, the end of its newest period
					LATEST_PERIOD | 2025-04-30 | 21001 | 30 April 2025, the end of its newest period, marked as revised, final or the like
					ARRIVAL       | 2025-07-15 | 30002 | 15 July 2025, the day it arrived, marked as revised, final or the like, version 2
					""")
	void saysWhereTheDayComesFromThatADeliveryCountsAsPublishedOn(Vintage.DatedBy datedBy, LocalDate day, int version,
			String words) {
		Delivery delivery = new Delivery(DeliveryId.of(1), "0".repeat(64), "a.csv", null, "ae",
				new Vintage(datedBy, day, version), Instant.parse("2025-07-14T23:30:00Z"), null,
				Delivery.Outcome.PUBLISHED, new LineCounts(1, 1, 0, 0), 1, 0,
				List.of(Period.month(2025, 3), Period.month(2025, 4)), Duration.ZERO, List.of(), List.of());

		assertThat(DeliveryRow.of(delivery, ExamplePlan.PLAN).vintage()).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			PUBLISHED | 0 |     | Published
			PUBLISHED | 3 |     | Published, some rejected
			PUBLISHED | 3 | a   | Published, 1 warning
			PUBLISHED | 0 | a,b | Published, 2 warnings
			REFUSED   | 3 | a   | Refused
			""")
	void saysBesideTheOutcomeWhetherAllWasAsExpected(Delivery.Outcome state, int rejected, String warnings,
			String words) {
		Delivery delivery = new Delivery(DeliveryId.of(1), "0".repeat(64), "a.csv", null, "ae",
				new Vintage(Vintage.DatedBy.ARRIVAL, LocalDate.of(2025, 7, 15), 1),
				Instant.parse("2025-07-14T23:30:00Z"), null, state, new LineCounts(5, 5 - rejected, 0, rejected), 1, 0,
				List.of(), Duration.ZERO, List.of(), (warnings != null) ? List.of(warnings.split(",")) : List.of());

		assertThat(DeliveryRow.of(delivery, ExamplePlan.PLAN).outcome()).isEqualTo(words);
	}

}

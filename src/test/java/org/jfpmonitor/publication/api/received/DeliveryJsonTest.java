package org.jfpmonitor.publication.api.received;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.extract.result.LineCounts;
import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Vintage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryJsonTest {

	@ParameterizedTest
	@CsvSource({ "PUBLISHER, publisher", "ARRIVAL, arrival", "LATEST_PERIOD, latest_period" })
	void saysWhereTheDayComesFromThatADeliveryCountsAsPublishedOn(Vintage.DatedBy datedBy, String code) {
		Delivery delivery = new Delivery(DeliveryId.of(1), "0".repeat(64), "a.csv", null, "ae",
				new Vintage(datedBy, LocalDate.of(2025, 6, 12), 1), Instant.parse("2025-07-14T23:30:00Z"), null,
				Delivery.Outcome.PUBLISHED, new LineCounts(1, 1, 0, 0), 1, 0, List.of(), Duration.ZERO, List.of(),
				List.of());

		assertThat(DeliveryJson.of(delivery, "")).satisfies((json) -> {
			assertThat(json.vintage()).isEqualTo("2025-06-12");
			assertThat(json.datedBy()).isEqualTo(code);
		});
	}

}

package org.jfpmonitor.publication.api.received;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

import org.jfpmonitor.intake.delivery.Delivery;
import org.jfpmonitor.publication.api.MeasureJson;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the interface writes it: {@code read = used + leftOut + rejected}. It
 * counts as published on the day of {@code vintage}, which comes from {@code datedBy}:
 * the {@code publisher}, its {@code arrival}, or its {@code latest_period}. Of a file
 * with small numbers {@code read}, {@code used} and {@code sha256} are null, because they
 * would give withheld figures away, and {@code leftOut} and {@code rejected} are rounded.
 * {@code rejects} is an address within what was asked, be it a plan or the service.
 */
record DeliveryJson(long id, String file, @Nullable String sha256, @Nullable String feed, @Nullable String layout,
		String state, Instant arrivedAt, @Nullable String sender, LocalDate vintage, String datedBy,
		@Nullable Long read, @Nullable Long used, long leftOut, long rejected, long figures, long revised,
		List<MeasureJson.PeriodJson> periods, double seconds, List<String> faults, List<String> warnings,
		@Nullable String rejects) {

	static DeliveryJson of(Delivery delivery, @Nullable String rejects) {
		return new DeliveryJson(delivery.id().value(), delivery.fileName(), delivery.fingerprintIfTold().orElse(null),
				(delivery.feed() != null) ? delivery.feed().value() : null, delivery.layout(), delivery.state().code(),
				delivery.arrivedAt(), delivery.sender(), delivery.vintage().day(), delivery.vintage().datedBy().code(),
				told(delivery.lines().readIfTold()), told(delivery.lines().usedIfTold()), delivery.lines().leftOut(),
				delivery.lines().rejected(), delivery.figures(), delivery.revised(),
				delivery.periods()
					.stream()
					.map((each) -> new MeasureJson.PeriodJson(each.start(), each.lastDay()))
					.toList(),
				delivery.took().toMillis() / 1000.0, delivery.faults(), delivery.warnings(), rejects);
	}

	private static @Nullable Long told(OptionalLong count) {
		return count.isPresent() ? count.getAsLong() : null;
	}

}

package org.jfpmonitor.intake.checks.held;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.intake.delivery.DeliveryLog;
import org.jfpmonitor.observation.DeliveryId;
import org.jfpmonitor.observation.Ledger;
import org.jfpmonitor.observation.Observations;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/** The figures in the store, as known at the end of a day. */
public final class StoredFigures implements HeldFigures {

	private final Observations observations;

	private final DeliveryLog deliveries;

	private final LocalDate knownOn;

	private final Map<DeliveryId, String> layouts = new HashMap<>();

	public StoredFigures(Observations observations, DeliveryLog deliveries, LocalDate knownOn) {
		this.observations = observations;
		this.deliveries = deliveries;
		this.knownOn = knownOn;
	}

	@Override
	public List<Series> series(MeasureId measure) {
		return this.observations.series(measure, Period.always(), this.knownOn);
	}

	@Override
	public List<Series> series(MeasureId measure, Set<OrganisationCode> organisations, Period within) {
		Ledger ledger = this.observations.ledger(List.of(measure), organisations);
		return Stream
			.concat(organisations.stream().map((each) -> ledger.series(measure, each, this.knownOn)),
					this.observations.series(measure, within, this.knownOn)
						.stream()
						.filter((each) -> !organisations.contains(each.organisation())))
			.toList();
	}

	@Override
	public List<Revision> everPublished(MeasureId measure, LocalDate since) {
		return this.observations.everRecorded(measure, since);
	}

	@Override
	public boolean isOfLayout(DeliveryId delivery, String layout) {
		return this.layouts.computeIfAbsent(delivery, this.deliveries::layoutOf).equals(layout);
	}

}

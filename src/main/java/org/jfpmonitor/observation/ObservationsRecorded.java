package org.jfpmonitor.observation;

import java.util.Set;

import org.jfpmonitor.plan.id.MeasureId;

/**
 * New figures are in the store.
 *
 * @param delivery where they came from
 * @param measures which measures they are of
 */
public record ObservationsRecorded(DeliveryId delivery, Set<MeasureId> measures) {

	public ObservationsRecorded {
		measures = Set.copyOf(measures);
	}

}

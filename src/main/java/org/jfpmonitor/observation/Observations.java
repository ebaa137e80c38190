package org.jfpmonitor.observation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.MeasureId;

/**
 * The store of figures. Only adds; answers what is current now and what was current as
 * known on a day.
 */
public interface Observations {

	/**
	 * Adds what a delivery says, inside the caller's transaction, and announces
	 * {@link ObservationsRecorded}.
	 * @throws IllegalArgumentException when an observation lies outside the coverages
	 * given
	 */
	void record(Provenance provenance, Collection<Coverage> coverages, Collection<Observation> observations);

	/**
	 * All revisions of the measures and organisations, and all coverages, from which
	 * {@link Ledger} answers what was known on any day.
	 */
	Ledger ledger(Collection<MeasureId> measures, Collection<OrganisationCode> organisations);

	/** The current figures as known at the end of the day in London. */
	Series series(MeasureId measure, OrganisationCode organisation, LocalDate knownOn);

	/** Which organisations have figures of the measure. */
	List<OrganisationCode> organisationsOf(MeasureId measure);

}

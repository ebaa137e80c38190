package org.jfpmonitor.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * The store of figures. Only adds; answers what is current now and what was current as
 * known on a day.
 */
public interface Observations {

	/**
	 * Adds what a delivery says, inside the caller's transaction, and announces
	 * {@link ObservationsRecorded}.
	 * @param coverages the cells it speaks for, each with how new what it says of them is
	 * @param estimates which figures, of whatever delivery, are estimates
	 * @throws IllegalArgumentException when an observation lies outside the coverages
	 * given
	 */
	void record(Provenance provenance, Map<Coverage, Vintage> coverages, Collection<Observation> observations,
			Collection<EstimateList> estimates);

	/**
	 * The same of a delivery that is equally new in all it says, and says nothing of
	 * estimates.
	 */
	void record(Provenance provenance, Collection<Coverage> coverages, Collection<Observation> observations);

	/**
	 * What would be current of the measures and periods that a delivery speaks of, if it
	 * were recorded; nothing is written.
	 * @param coverages as for recording
	 */
	Ledger ledgerWith(Provenance provenance, Map<Coverage, Vintage> coverages, Collection<Observation> observations);

	/**
	 * Takes back what a delivery said, inside the caller's transaction, because its file
	 * was read anew: from {@code knownAt} on none of its figures counts and what they had
	 * replaced is current again; what was known before stays as it was. A delivery
	 * without figures has nothing to take back.
	 */
	void withdraw(DeliveryId delivery, Instant knownAt);

	/**
	 * All revisions of the measures and organisations, and all coverages, from which
	 * {@link Ledger} answers what was known on any day.
	 */
	Ledger ledger(Collection<MeasureId> measures, Collection<OrganisationCode> organisations);

	/** The current figures as known at the end of the day in London. */
	Series series(MeasureId measure, OrganisationCode organisation, LocalDate knownOn);

	/**
	 * The current figures, as known at the end of the day in London, of every
	 * organisation that has any, or had until they were withdrawn, by its code; of the
	 * periods only that end on a day of {@code within}.
	 */
	List<Series> series(MeasureId measure, Period within, LocalDate knownOn);

	/**
	 * The list of estimates that counts for the coverage, as known at the end of the day
	 * in London; empty when there is none.
	 */
	Optional<EstimateList> estimates(Coverage coverage, LocalDate knownOn);

	/**
	 * The newest period, over on the day, of which there are figures of any of the
	 * measures; empty when there are none.
	 */
	Optional<Period> latestPeriod(Collection<MeasureId> measures, LocalDate overOn);

	/** Those of the measures of which more than one organisation has figures. */
	Set<MeasureId> ofSeveral(Collection<MeasureId> measures);

	/**
	 * Every figure with a value that was ever recorded of the measure for periods that
	 * end on the day or later, whether it counts, is replaced or was taken back.
	 */
	List<Revision> everRecorded(MeasureId measure, LocalDate since);

	/** Which organisations have figures of the measure. */
	List<OrganisationCode> organisationsOf(MeasureId measure);

	/**
	 * A text that is another one whenever anything was added or taken back, by whatever
	 * instance, and else the same.
	 */
	String fingerprint();

}

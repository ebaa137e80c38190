package org.jfpmonitor.observation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * Figures read once, with all their revisions, that answer what was known on any day
 * without asking the store again.
 */
public interface Ledger {

	/**
	 * The current figures as known just before the moment: of what had arrived by then
	 * and was not withdrawn, for each cell what has the highest precedence. Where a newer
	 * delivery speaks for the cell without naming it, it has none.
	 */
	Series series(MeasureId measure, OrganisationCode organisation, Instant knownBefore);

	/** The same as known at the end of the day in London. */
	default Series series(MeasureId measure, OrganisationCode organisation, LocalDate knownOn) {
		return series(measure, organisation, Today.endOf(knownOn));
	}

	/**
	 * The moments at which what is known of the cell may have changed: something arrived
	 * that speaks of its measure and period, or was taken back. In any order.
	 */
	default Collection<Instant> moments(Cell cell) {
		return List.of();
	}

	/**
	 * The figure of one cell as known just before the moment; empty where it has none.
	 */
	default Optional<Revision> figure(Cell cell, Instant knownBefore) {
		return series(cell.measure(), cell.organisation(), knownBefore).at(cell.period());
	}

}

package org.jfpmonitor.observation;

import java.time.LocalDate;
import java.util.Optional;

import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * Figures read once, with all their revisions, that answer what was known on any day
 * without asking the store again.
 */
public interface Ledger {

	/**
	 * The current figures as known at the end of the day in London: of what had arrived
	 * by then and was not withdrawn, for each cell what has the highest precedence. Where
	 * a newer delivery speaks for the cell without naming it, it has none.
	 */
	Series series(MeasureId measure, OrganisationCode organisation, LocalDate knownOn);

	/** The same of one cell; empty where it has no figure. */
	default Optional<Revision> figure(Cell cell, LocalDate knownOn) {
		return series(cell.measure(), cell.organisation(), knownOn).at(cell.period());
	}

}

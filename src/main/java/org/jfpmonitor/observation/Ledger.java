package org.jfpmonitor.observation;

import java.time.LocalDate;

import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * Figures read once, with all their revisions, that answer what was known on any day
 * without asking the store again.
 */
public interface Ledger {

	/**
	 * The current figures as known at the end of the day in London: for each coverage the
	 * newest vintage that had arrived by then (of equal vintages the later arrival), and
	 * of a cell that two scopes cover, again the newest; a line for one organisation that
	 * is dated by its arrival is newer than what came before it. A delivery that was
	 * withdrawn by then does not count.
	 */
	Series series(MeasureId measure, OrganisationCode organisation, LocalDate knownOn);

}

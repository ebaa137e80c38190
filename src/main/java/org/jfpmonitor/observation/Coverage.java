package org.jfpmonitor.observation;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * What a delivery speaks for: all cells of a measure and period inside a scope. The
 * newest vintage that covers them replaces the earlier ones whole, so that a cell which
 * is no longer in the file does not survive; a coverage without observations is a
 * withdrawal.
 *
 * @param measure the measure
 * @param scope a level such as {@code provider}, or an organisation's code where a layout
 * replaces cell by cell
 * @param period the period
 */
public record Coverage(MeasureId measure, String scope, Period period) {

	/** Whether it speaks for the one organisation whose code its scope is. */
	public boolean isOfOneOrganisation() {
		return OrganisationCode.isCode(this.scope);
	}

}

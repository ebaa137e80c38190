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
 * @param scope a level such as {@code provider}; an organisation's code where each line
 * is somebody's word on one cell; or both, {@code provider RM1}, where a part of a
 * publication replaces cell by cell and keeps the rank of its publication
 * @param period the period
 */
public record Coverage(MeasureId measure, String scope, Period period) {

	private static final char BETWEEN = ' ';

	/** As much of it as is about the organisation, where it is a level. */
	public Coverage partOf(OrganisationCode organisation) {
		return new Coverage(this.measure, this.scope + BETWEEN + organisation, this.period);
	}

	/** Whether it is the part of a level that is about one organisation. */
	public boolean isPart() {
		return this.scope.indexOf(BETWEEN) >= 0;
	}

	/** The whole that it is, or is a part of. */
	public Coverage whole() {
		return isPart() ? new Coverage(this.measure, this.scope.substring(0, this.scope.indexOf(BETWEEN)), this.period)
				: this;
	}

	/**
	 * Whether nothing but its arrival dates it, somebody's word on what is held then, so
	 * that it has the rank of the extracts before it.
	 * @param vintage how new its delivery is
	 */
	public boolean isRankedByArrival(Vintage vintage) {
		return isOfOneOrganisation() && vintage.datedBy() == Vintage.DatedBy.ARRIVAL;
	}

	/**
	 * Whether it speaks for the one organisation whose code its scope is; a part of a
	 * publication does not.
	 */
	public boolean isOfOneOrganisation() {
		return OrganisationCode.isCode(this.scope);
	}

}

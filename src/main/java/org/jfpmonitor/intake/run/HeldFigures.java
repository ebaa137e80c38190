package org.jfpmonitor.intake.run;

import java.util.List;

import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * The current figures held before an extract, for checks that compare with them. Asked at
 * most once for each measure and organisation of a file.
 */
@FunctionalInterface
interface HeldFigures {

	/** The current figures; a series without points where there are none. */
	Series series(MeasureId measure, OrganisationCode organisation);

	/** Nothing is held yet. */
	static HeldFigures empty() {
		return (measure, organisation) -> new Series(measure, organisation, List.of());
	}

}

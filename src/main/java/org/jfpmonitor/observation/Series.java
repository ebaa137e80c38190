package org.jfpmonitor.observation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * The current figures of one measure and organisation, as known on some day, in order of
 * period; one a period.
 *
 * @param measure the measure
 * @param organisation whose figures
 * @param points one a period, sorted by period
 */
public record Series(MeasureId measure, OrganisationCode organisation, List<Revision> points) {

	public Series {
		points = points.stream().sorted(Comparator.comparing((Revision each) -> each.cell().period())).toList();
	}

	/** The figure of the period, if there is one. */
	public Optional<Revision> at(Period period) {
		return this.points.stream().filter((each) -> each.cell().period().equals(period)).findFirst();
	}

}

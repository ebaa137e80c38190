package org.jfpmonitor.observation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
 * @param withdrawn the periods of which there was a figure, and none counts any more: it
 * was withdrawn, or something newer speaks for it and has none
 */
public record Series(MeasureId measure, OrganisationCode organisation, List<Revision> points, Set<Period> withdrawn) {

	public Series {
		points = points.stream().sorted(Comparator.comparing((Revision each) -> each.cell().period())).toList();
		withdrawn = Set.copyOf(withdrawn);
	}

	/** A series of which nothing was withdrawn. */
	public Series(MeasureId measure, OrganisationCode organisation, List<Revision> points) {
		this(measure, organisation, points, Set.of());
	}

	/** The figure of the period, if there is one. */
	public Optional<Revision> at(Period period) {
		return this.points.stream().filter((each) -> each.cell().period().equals(period)).findFirst();
	}

}

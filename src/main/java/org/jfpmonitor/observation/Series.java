package org.jfpmonitor.observation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
 * @param withdrawn by period, what was a figure and counts no more: it was withdrawn, or
 * something newer speaks for it and has none
 */
public record Series(MeasureId measure, OrganisationCode organisation, List<Revision> points,
		Map<Period, Withdrawal> withdrawn) {

	public Series {
		points = points.stream().sorted(Comparator.comparing((Revision each) -> each.cell().period())).toList();
		withdrawn = Map.copyOf(withdrawn);
	}

	/** A series of which nothing was withdrawn. */
	public Series(MeasureId measure, OrganisationCode organisation, List<Revision> points) {
		this(measure, organisation, points, Map.of());
	}

	/** The figure of the period, if there is one. */
	public Optional<Revision> at(Period period) {
		return this.points.stream().filter((each) -> each.cell().period().equals(period)).findFirst();
	}

	/**
	 * That a figure counts no more, and nothing stands in its place.
	 *
	 * @param figure the one that counted last
	 * @param by the delivery that speaks for the period now, and has none
	 */
	public record Withdrawal(Revision figure, Provenance by) {

	}

}

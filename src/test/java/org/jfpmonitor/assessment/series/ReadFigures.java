package org.jfpmonitor.assessment.series;

import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.observation.Provenance;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Plan;

/** Figures for tests of what is shown of them, as if read from a file. */
public final class ReadFigures {

	private ReadFigures() {
	}

	/** One figure of one period, read from line 45. */
	public static PeriodFigure of(Measure measure, Period period, Figure figure, Provenance from) {
		OrganisationCode organisation = measure.organisations().get(0);
		Revision read = new Revision(new Observation(new Cell(measure.id(), organisation, period), figure,
				organisation.value(), Place.line(45), 1), from);
		return new PeriodFigure(period, period, figure, null, List.of(), List.of(), 1, List.of(read));
	}

	/** A series without any figure. */
	public static MeasureSeries none(Measure measure, Plan plan) {
		return MeasureSeries.of(measure, plan, (id, organisation, knownOn) -> new Series(id, organisation, List.of()),
				plan.duration().start(), plan.duration().start());
	}

}

package org.jfpmonitor.observation;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.MeasureId;

/**
 * Where a figure belongs: one measure of one organisation for one period.
 *
 * @param measure the measure
 * @param organisation whose figure
 * @param period for which days
 */
public record Cell(MeasureId measure, OrganisationCode organisation, Period period) {

}

package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Objective;

/**
 * A measure of an objective with its figures so far and the path it has to take.
 *
 * @param objective the objective that it is a measure of
 * @param course its figures and their chart
 * @param path what is required by the basis of its target, one step for each period of
 * the plan of which anything is required
 */
public record MeasureOutlook(Objective objective, MeasureCourse course, List<Step> path) {

	public MeasureOutlook {
		path = List.copyOf(path);
	}

	/**
	 * What is required of one period.
	 *
	 * @param period the period
	 * @param required the value, in base units
	 */
	public record Step(Period period, BigDecimal required) {

	}

}

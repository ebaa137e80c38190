package org.jfpmonitor.assessment.series;

import java.util.List;

import org.jfpmonitor.assessment.Reason;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.plan.Measure;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one measure, its organisations taken together, period after period, with
 * the control chart over them.
 *
 * @param measure the measure
 * @param steps one for each period of its cadence from the first to the newest held,
 * oldest first
 * @param chart the chart, its points in step with {@code steps}; null when no period has
 * a value
 */
public record MeasureCourse(Measure measure, List<Step> steps, @Nullable MeasureChart chart) {

	public MeasureCourse {
		steps = List.copyOf(steps);
	}

	/**
	 * The figure of one period.
	 *
	 * @param period the days it is for
	 * @param figure the figure, or null when nothing is held or it cannot be made
	 * @param sources the deliveries and lines it was read from
	 */
	public record Step(Period period, @Nullable Figure figure, List<Reason.Source> sources) {

		public Step {
			sources = List.copyOf(sources);
		}

	}

}

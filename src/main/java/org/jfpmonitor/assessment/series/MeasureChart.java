package org.jfpmonitor.assessment.series;

import java.util.List;

import org.jfpmonitor.plan.ChartSettings.Rebase;
import org.jfpmonitor.variation.ControlChart;
import org.jspecify.annotations.Nullable;

/**
 * The control chart of a measure, with what it says in codes and in words. Values are in
 * base units; the date of each point is the last day of its period.
 *
 * @param chart every point with its mean and limits
 * @param variation the code of what the latest figure means, such as
 * {@code special_cause_concern}
 * @param variationIcon the code of its icon, such as {@code concern_low}
 * @param variationWords the same in words
 * @param assurance the code of whether the target can be expected to be met, or null when
 * there is no target to compare
 * @param assuranceIcon the code of its icon, or null
 * @param assuranceWords the same in words, or empty
 * @param shortSeries a warning that the limits rest on few figures, or empty
 * @param rebases where mean and limits start afresh, with why; only those that had an
 * effect
 */
public record MeasureChart(ControlChart chart, String variation, String variationIcon, String variationWords,
		@Nullable String assurance, @Nullable String assuranceIcon, String assuranceWords, String shortSeries,
		List<Rebase> rebases) {

	public MeasureChart {
		rebases = List.copyOf(rebases);
	}

}

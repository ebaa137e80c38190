package org.jfpmonitor.variation;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a chart is calculated: which way is better, from which dates mean and limits start
 * afresh, from how many first points they are taken, and whether outlying moving ranges
 * are left out of the limits.
 *
 * @param direction which way is better; never defaulted
 * @param rebases dates that start a new group; one that is no date of the series has no
 * effect and is named by {@link ControlChart#unmatchedRebases()}
 * @param fixAfterPoints number of first rows of each group, missing values counted, that
 * fix its limits (at least 12), or null for all
 * @param screenOutliers true leaves moving ranges of at least 3.267 times their average
 * out of the limits, as the reference does unless told otherwise; false gives the limits
 * of the "Making Data Count" spreadsheet
 */
public record ControlChartSettings(ImprovementDirection direction, List<LocalDate> rebases,
		@Nullable Integer fixAfterPoints, boolean screenOutliers) {

	static final int SHORTEST_BASELINE = 12;

	public ControlChartSettings {
		rebases = List.copyOf(rebases);
		if (fixAfterPoints != null && fixAfterPoints < SHORTEST_BASELINE) {
			throw new ChartInputException(("points that fix the limits: expected at least %d, found %d; "
					+ "give more, or leave it out to use every point")
				.formatted(SHORTEST_BASELINE, fixAfterPoints));
		}
	}

	/** No rebase, no fixed baseline, screening on. */
	public static ControlChartSettings improvingBy(ImprovementDirection direction) {
		return new ControlChartSettings(direction, List.of(), null, true);
	}

	/** The same settings with mean and limits starting afresh on each of these dates. */
	public ControlChartSettings rebasedOn(List<LocalDate> dates) {
		return new ControlChartSettings(this.direction, dates, this.fixAfterPoints, this.screenOutliers);
	}

	/** The same settings with limits fixed by the first rows of each group. */
	public ControlChartSettings fixedAfter(int points) {
		return new ControlChartSettings(this.direction, this.rebases, points, this.screenOutliers);
	}

	/** The same settings with every moving range counted in the limits. */
	public ControlChartSettings withoutScreening() {
		return new ControlChartSettings(this.direction, this.rebases, this.fixAfterPoints, false);
	}

	/** The same settings where neither way is better. */
	ControlChartSettings neutral() {
		return new ControlChartSettings(ImprovementDirection.NEUTRAL, this.rebases, this.fixAfterPoints,
				this.screenOutliers);
	}

	int baselineRows() {
		return (this.fixAfterPoints != null) ? this.fixAfterPoints : Integer.MAX_VALUE;
	}

}

package org.jfpmonitor.plan;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How the control chart of a measure is drawn.
 *
 * @param rebases days from which mean and limits start afresh, each with the reason
 * @param fixAfter limits from the first n points only (12 or more), or null for all
 * @param screenOutliers whether outlying moving ranges are left out of the limits
 */
public record ChartSettings(List<Rebase> rebases, @Nullable Integer fixAfter, boolean screenOutliers) {

	public ChartSettings {
		rebases = List.copyOf(rebases);
	}

	/** The reference's defaults: no rebase, all points, outliers screened. */
	public static ChartSettings standard() {
		return new ChartSettings(List.of(), null, true);
	}

	/**
	 * A step change, with why.
	 *
	 * @param from the first day of the new period
	 * @param reason what changed
	 */
	public record Rebase(LocalDate from, String reason) {

	}

}

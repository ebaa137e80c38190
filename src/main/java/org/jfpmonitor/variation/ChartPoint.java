package org.jfpmonitor.variation;

import java.time.LocalDate;

import org.jfpmonitor.variation.limits.ControlLimits;
import org.jfpmonitor.variation.limits.Side;
import org.jfpmonitor.variation.limits.Zone;
import org.jspecify.annotations.Nullable;

/**
 * One row of a chart: the point as given, the group and limits it is judged by, where it
 * lies, which rule fired and what that means.
 *
 * @param rebaseGroup number of the group, counted from 0, or from 1 when the first date
 * of the series is itself a rebase
 * @param shortGroup true when the group has fewer than 13 rows, missing values counted:
 * its limits are trial limits
 */
public record ChartPoint(LocalDate date, @Nullable Double value, @Nullable Double target, int rebaseGroup,
		boolean shortGroup, ControlLimits limits, Side side, Zone zone, SpecialCause specialCause, PointType type) {

	/** The same with other limits. */
	public ChartPoint withLimits(ControlLimits shown) {
		return new ChartPoint(this.date, this.value, this.target, this.rebaseGroup, this.shortGroup, shown, this.side,
				this.zone, this.specialCause, this.type);
	}

}

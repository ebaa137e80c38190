package org.jfpmonitor.variation;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.variation.limits.ControlLimits;

/**
 * Summary of the rows from one rebase up to the next. Rows with a special cause in a
 * series without a better direction are counted in no column, as in the reference.
 *
 * @param number number of the group, see {@link ChartPoint#rebaseGroup()}
 * @param first date of its first row
 * @param last date of its last row, inclusive
 * @param rows number of rows, missing values counted
 * @param shortGroup true when there are fewer than 13 rows
 * @param commonCause number of rows without special cause
 * @param improvement number of rows with a special cause for the better
 * @param concern number of rows with a special cause for the worse
 * @param variation type of the last row
 */
public record RebaseGroup(int number, LocalDate first, LocalDate last, int rows, boolean shortGroup,
		ControlLimits limits, int commonCause, int improvement, int concern, PointType variation) {

	/** A group is short below this number of rows, although the reference says 12. */
	static final int LONG_ENOUGH = 13;

	static RebaseGroup of(List<ChartPoint> rows) {
		ChartPoint first = rows.get(0);
		ChartPoint last = rows.get(rows.size() - 1);
		return new RebaseGroup(first.rebaseGroup(), first.date(), last.date(), rows.size(), first.shortGroup(),
				first.limits(), count(rows, PointType.COMMON_CAUSE), count(rows, PointType.SPECIAL_CAUSE_IMPROVEMENT),
				count(rows, PointType.SPECIAL_CAUSE_CONCERN), last.type());
	}

	private static int count(List<ChartPoint> rows, PointType type) {
		int count = 0;
		for (ChartPoint row : rows) {
			count += (row.type() == type) ? 1 : 0;
		}
		return count;
	}

}

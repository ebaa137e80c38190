package org.jfpmonitor.extract.spelling;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;

/** The orders in which the days of one file can only have been written. */
public final class DayOrders {

	private final Set<DayOrder> seen = EnumSet.noneOf(DayOrder.class);

	/** The first day that could have been written in either order. */
	private String either = "";

	/** A day of the file shows these, as it is written. */
	public void add(Set<DayOrder> orders, String written) {
		if (orders.contains(DayOrder.EITHER) && !this.seen.contains(DayOrder.EITHER)) {
			this.either = written;
		}
		this.seen.addAll(orders);
	}

	/**
	 * Refuses a file of which some days can only be month first and none day first: those
	 * up to the 12th were read the wrong way round, and nobody can tell which. So it is
	 * with days for months that could all be either.
	 */
	public void refuseMonthFirst() {
		if (this.seen.contains(DayOrder.DAY_FIRST)) {
			return;
		}
		if (this.seen.contains(DayOrder.MONTH_FIRST)) {
			throw new ExtractRefused(List.of("Expected days written day first, such as 31/03/2025, found some whose "
					+ "month comes first. Save the file with days such as 2025-03-31."));
		}
		if (this.seen.contains(DayOrder.EITHER)) {
			throw new ExtractRefused(List.of("Expected months, or days of which one after the 12th shows that they are"
					+ " written day first, found days such as " + Reject.legible(this.either)
					+ " alone, of which nobody can tell the day from the month. Save the file with months such as 2025-03, or"
					+ " days such as 2025-03-31."));
		}
	}

}

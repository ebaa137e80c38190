package org.jfpmonitor.extract.spelling;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jfpmonitor.extract.result.ExtractRefused;

/** In which order a day can only have been written. */
public enum DayOrder {

	DAY_FIRST, MONTH_FIRST;

	/** The orders that the texts show; one that can be read both ways shows none. */
	public static Set<DayOrder> of(String... texts) {
		Set<DayOrder> orders = EnumSet.noneOf(DayOrder.class);
		for (String text : texts) {
			if (PeriodParser.isDayFirst(text)) {
				orders.add(DAY_FIRST);
			}
			if (PeriodParser.isMonthFirst(text)) {
				orders.add(MONTH_FIRST);
			}
		}
		return orders;
	}

	/**
	 * Refuses a file of which some days can only be month first and none day first: those
	 * up to the 12th were read the wrong way round, and nobody can tell which.
	 */
	public static void refuseMonthFirst(Set<DayOrder> seen) {
		if (seen.contains(MONTH_FIRST) && !seen.contains(DAY_FIRST)) {
			throw new ExtractRefused(List.of("Expected days written day first, such as 31/03/2025, found some whose "
					+ "month comes first. Save the file with days such as 2025-03-31."));
		}
	}

}

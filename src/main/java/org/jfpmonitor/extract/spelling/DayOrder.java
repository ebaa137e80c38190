package org.jfpmonitor.extract.spelling;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;

/**
 * In which order a day can only have been written, or that it could have been written in
 * both.
 */
public enum DayOrder {

	DAY_FIRST, MONTH_FIRST, EITHER;

	/**
	 * The orders that the texts show. One that can be read both ways shows none, except
	 * where it stands for a month: then the two ways are months apart.
	 */
	public static Set<DayOrder> of(boolean ofMonths, String... texts) {
		Set<DayOrder> orders = of(texts);
		if (ofMonths && Stream.of(texts).anyMatch(PeriodParser::isEitherWay)) {
			orders.add(EITHER);
		}
		return orders;
	}

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
	 * up to the 12th were read the wrong way round, and nobody can tell which. So it is
	 * with days for months that could all be either.
	 * @param either one that could be either, as it is written
	 */
	public static void refuseMonthFirst(Set<DayOrder> seen, String either) {
		if (seen.contains(MONTH_FIRST) && !seen.contains(DAY_FIRST)) {
			throw new ExtractRefused(List.of("Expected days written day first, such as 31/03/2025, found some whose "
					+ "month comes first. Save the file with days such as 2025-03-31."));
		}
		if (seen.contains(EITHER) && !seen.contains(DAY_FIRST)) {
			throw new ExtractRefused(List.of("Expected months, or days of which one after the 12th shows that they are"
					+ " written day first, found days such as " + Reject.legible(either)
					+ " alone, of which nobody can tell the day from the month. Save the file with months such as 2025-03, or"
					+ " days such as 2025-03-31."));
		}
	}

}

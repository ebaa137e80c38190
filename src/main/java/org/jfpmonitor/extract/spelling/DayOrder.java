package org.jfpmonitor.extract.spelling;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

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

}

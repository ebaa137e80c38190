package org.jfpmonitor.extract.period;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Cadence;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.spelling.DayOrder;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a period was read as.
 *
 * @param period the period, or null with a fault
 * @param months how many months it has, as written
 * @param cadences whose periods it is one of
 * @param fault why a row cannot be taken, or null; one in the future has a period
 * @param expected what should have stood there
 * @param dayOrders the orders in which its days can only have been written
 */
public record WrittenPeriod(@Nullable Period period, int months, Set<Cadence> cadences, @Nullable RejectCode fault,
		String expected, Set<DayOrder> dayOrders) {

	static WrittenPeriod of(Period period, int months, Set<DayOrder> dayOrders) {
		Set<Cadence> cadences = Stream.of(Cadence.values())
			.filter((each) -> each.periodOf(period.lastDay()).equals(period))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Cadence.class)));
		return new WrittenPeriod(period, months, cadences, null, "", dayOrders);
	}

	static WrittenPeriod fault(RejectCode fault, String expected, Set<DayOrder> dayOrders) {
		return new WrittenPeriod(null, 0, Set.of(), fault, expected, dayOrders);
	}

	WrittenPeriod inFuture(String expected) {
		return new WrittenPeriod(this.period, this.months, this.cadences, RejectCode.PERIOD_IN_FUTURE, expected,
				this.dayOrders);
	}

	/** The period, where there is no fault. */
	public Period get() {
		if (this.period == null) {
			throw new IllegalStateException("There is no period");
		}
		return this.period;
	}

}

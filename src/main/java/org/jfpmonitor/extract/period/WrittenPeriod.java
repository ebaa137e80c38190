package org.jfpmonitor.extract.period;

import java.time.temporal.ChronoUnit;
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
 * @param wording what is written, at the length that it is written at
 */
public record WrittenPeriod(@Nullable Period period, int months, Set<Cadence> cadences, @Nullable RejectCode fault,
		String expected, Set<DayOrder> dayOrders, Wording wording) {

	static WrittenPeriod of(Period period, int months, Set<DayOrder> dayOrders, Wording wording) {
		Set<Cadence> cadences = Stream.of(Cadence.values())
			.filter((each) -> each.periodOf(period.lastDay()).equals(period))
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(Cadence.class)));
		return new WrittenPeriod(period, months, cadences, null, "", dayOrders, wording);
	}

	static WrittenPeriod fault(RejectCode fault, String expected, Set<DayOrder> dayOrders) {
		return new WrittenPeriod(null, 0, Set.of(), fault, expected, dayOrders, Wording.OF_DAYS);
	}

	WrittenPeriod inFuture(String expected) {
		return new WrittenPeriod(this.period, this.months, this.cadences, RejectCode.PERIOD_IN_FUTURE, expected,
				this.dayOrders, this.wording);
	}

	/** The period, where there is no fault. */
	public Period get() {
		if (this.period == null) {
			throw new IllegalStateException("There is no period");
		}
		return this.period;
	}

	/**
	 * A period as a text writes it, before it is taken for one of another length.
	 *
	 * @param period the period; of days in a quarter or a year their month, else null for
	 * days, of which many stand for one month
	 * @param text the text, whatever its capitals and spaces are; empty for days
	 */
	public record Wording(@Nullable Period period, String text) {

		/** Of days, or of nothing. */
		static final Wording OF_DAYS = new Wording(null, "");

		/**
		 * Whether lines of both, for one figure, are the same twice or of different
		 * lengths: the same period in other words, or a month beside a quarter or days.
		 */
		public boolean contradicts(Wording other) {
			if (this.period == null || other.period == null) {
				return (this.period == null) != (other.period == null);
			}
			return this.period.equals(other.period) ? !this.text.equals(other.text)
					: months(this.period) != months(other.period);
		}

		private static long months(Period period) {
			return ChronoUnit.MONTHS.between(period.start(), period.endExclusive());
		}

	}

}

package org.jfpmonitor.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.calendar.Period;

/** The path of required values between dates. All values are in base units. */
public sealed interface Trajectory {

	/** The dated values, in date order; the last is the final one. */
	List<DatedValue> dated();

	/**
	 * Each target binds from its date (inclusive); before the first, the baseline binds.
	 *
	 * @param dated at least one, in date order
	 */
	record ByDate(List<DatedValue> dated) implements Trajectory {
		public ByDate {
			dated = List.copyOf(dated);
		}
	}

	/**
	 * A straight line between dated points, starting at the baseline's date; after the
	 * last point its value holds.
	 *
	 * @param dated at least one, in date order, all after the baseline's date
	 */
	record StraightLine(List<DatedValue> dated) implements Trajectory {
		public StraightLine {
			dated = List.copyOf(dated);
		}
	}

	/**
	 * A plan value for each period, as written in the plan.
	 *
	 * @param values the required value of each period
	 */
	record Points(Map<Period, BigDecimal> values) implements Trajectory {
		public Points {
			values = Map.copyOf(values);
		}

		@Override
		public List<DatedValue> dated() {
			return this.values.entrySet()
				.stream()
				.map((entry) -> new DatedValue(entry.getKey().lastDay(), entry.getValue()))
				.sorted()
				.toList();
		}
	}

	/**
	 * A plan value for each period, supplied by an extract as the figures of another
	 * measure.
	 *
	 * @param planned the measure whose figures are the required values
	 * @param dated the final value and its date where the plan states them, otherwise
	 * empty
	 */
	record Supplied(MeasureId planned, List<DatedValue> dated) implements Trajectory {
		public Supplied {
			dated = List.copyOf(dated);
		}
	}

	/**
	 * A value required by a date.
	 *
	 * @param date the day from which it is required, or the end of the line that leads to
	 * it
	 * @param value in base units
	 */
	record DatedValue(LocalDate date, BigDecimal value) implements Comparable<DatedValue> {

		@Override
		public int compareTo(DatedValue other) {
			return this.date.compareTo(other.date);
		}

	}

}

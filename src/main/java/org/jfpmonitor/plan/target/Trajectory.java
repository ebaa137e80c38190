package org.jfpmonitor.plan.target;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.id.MeasureId;
import org.jspecify.annotations.Nullable;

/** The path of required values between dates. All values are in base units. */
public sealed interface Trajectory {

	/** The dated values, in date order; the last is the final one. */
	List<DatedValue> dated();

	/**
	 * What is required of the period, judged on its last day.
	 * @param baseline where the measure stood before, or null when the plan does not say
	 * @param planned the figure of {@link Supplied#planned()} for a period
	 * @return empty when nothing is stated for that day
	 */
	Optional<Requirement> requiredOf(Period period, @Nullable DatedValue baseline,
			Function<Period, Optional<BigDecimal>> planned);

	/**
	 * Whether the value required changes day by day, from one dated value to the next.
	 */
	default boolean isLine() {
		return false;
	}

	/** The same path without the values that are dated on other days. */
	Trajectory within(Period days);

	private static List<DatedValue> within(Period days, List<DatedValue> dated) {
		return dated.stream().filter((each) -> days.contains(each.date())).toList();
	}

	/** The dated value that binds on the day: the newest that is not after it. */
	private static @Nullable DatedValue bindingOn(LocalDate day, List<DatedValue> dated) {
		DatedValue binding = null;
		for (DatedValue each : dated) {
			if (each.date().isAfter(day)) {
				break;
			}
			binding = each;
		}
		return binding;
	}

	/** The last dated value, once its day has come. */
	private static Optional<Requirement> lastOn(LocalDate day, List<DatedValue> dated) {
		return dated.isEmpty() ? Optional.empty()
				: Optional.of(dated.get(dated.size() - 1))
					.filter((last) -> !day.isBefore(last.date()))
					.map(DatedValue::binding);
	}

	/**
	 * Each target binds from its date (inclusive); before the first, the baseline binds.
	 *
	 * @param dated in date order
	 */
	record ByDate(List<DatedValue> dated) implements Trajectory {
		public ByDate {
			dated = List.copyOf(dated);
		}

		@Override
		public Trajectory within(Period days) {
			return new ByDate(Trajectory.within(days, this.dated));
		}

		@Override
		public Optional<Requirement> requiredOf(Period period, @Nullable DatedValue baseline,
				Function<Period, Optional<BigDecimal>> planned) {
			DatedValue binding = bindingOn(period.lastDay(), this.dated);
			if (binding != null) {
				return Optional.of(binding.binding());
			}
			return Optional.ofNullable(baseline).map((before) -> new Requirement(before.value(), null));
		}
	}

	/**
	 * A straight line between dated points, by calendar days, starting at the baseline's
	 * date where there is one; before that the baseline's value holds, after the last
	 * point the last one's.
	 *
	 * @param dated in date order, all after the baseline's date
	 */
	record StraightLine(List<DatedValue> dated) implements Trajectory {
		public StraightLine {
			dated = List.copyOf(dated);
		}

		@Override
		public boolean isLine() {
			return true;
		}

		@Override
		public Trajectory within(Period days) {
			return new StraightLine(Trajectory.within(days, this.dated));
		}

		@Override
		public Optional<Requirement> requiredOf(Period period, @Nullable DatedValue baseline,
				Function<Period, Optional<BigDecimal>> planned) {
			LocalDate day = period.lastDay();
			Optional<Requirement> last = lastOn(day, this.dated);
			if (last.isPresent()) {
				return last;
			}
			DatedValue before = bindingOn(day, this.dated);
			if (before == null) {
				before = baseline;
			}
			if (before == null) {
				return Optional.empty();
			}
			DatedValue from = before;
			return this.dated.stream()
				.filter((each) -> each.date().isAfter(day))
				.findFirst()
				.map((after) -> new Requirement(from.towards(after, day), null));
		}
	}

	/**
	 * A plan value for each period, as written in the plan; after the last of them its
	 * value holds.
	 *
	 * @param values the required value of each period
	 */
	record Points(Map<Period, BigDecimal> values) implements Trajectory {
		public Points {
			values = Map.copyOf(values);
		}

		@Override
		public Trajectory within(Period days) {
			return new Points(this.values.entrySet()
				.stream()
				.filter((each) -> days.contains(each.getKey().lastDay()))
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
		}

		@Override
		public List<DatedValue> dated() {
			return this.values.entrySet()
				.stream()
				.map((entry) -> new DatedValue(entry.getKey().lastDay(), entry.getValue()))
				.sorted()
				.toList();
		}

		@Override
		public Optional<Requirement> requiredOf(Period period, @Nullable DatedValue baseline,
				Function<Period, Optional<BigDecimal>> planned) {
			return requiredOf(period).or(() -> lastOn(period.lastDay(), dated()));
		}

		/** What is written for the period itself. */
		Optional<Requirement> requiredOf(Period period) {
			return Optional.ofNullable(this.values.get(period)).map((value) -> new Requirement(value, null));
		}
	}

	/**
	 * A plan value for each period, supplied by an extract as the figures of another
	 * measure. Once the day of the last dated value has come, that value holds.
	 *
	 * @param planned the measure whose figures are the required values
	 * @param dated the final value and its date where the plan states them, otherwise
	 * empty
	 */
	record Supplied(MeasureId planned, List<DatedValue> dated) implements Trajectory {
		public Supplied {
			dated = List.copyOf(dated);
		}

		@Override
		public Trajectory within(Period days) {
			return new Supplied(this.planned, Trajectory.within(days, this.dated));
		}

		@Override
		public Optional<Requirement> requiredOf(Period period, @Nullable DatedValue baseline,
				Function<Period, Optional<BigDecimal>> planned) {
			return lastOn(period.lastDay(), this.dated)
				.or(() -> planned.apply(period).map((value) -> new Requirement(value, null)));
		}
	}

	/**
	 * Values that are by so much better than the figure of an earlier period. Until that
	 * figure is known nothing is required.
	 *
	 * @param base the earlier period
	 * @param isLine whether a straight line leads from there to each value, or each binds
	 * from its date
	 * @param improvements by how much better, in date order
	 * @param dated the values themselves; empty until the figure is known
	 */
	record Relative(Period base, boolean isLine, List<DatedValue> improvements,
			List<DatedValue> dated) implements Trajectory {
		public Relative {
			improvements = List.copyOf(improvements);
			dated = List.copyOf(dated);
		}

		/** One whose base is not known yet. */
		public Relative(Period base, boolean isLine, List<DatedValue> improvements) {
			this(base, isLine, improvements, List.of());
		}

		/** Whether the figure that it is relative to is known. */
		public boolean isKnown() {
			return !this.dated.isEmpty() || this.improvements.isEmpty();
		}

		/**
		 * The same with its values.
		 * @param figure that of the base
		 * @param upwards whether better is more
		 */
		Relative from(BigDecimal figure, boolean upwards) {
			return new Relative(this.base, this.isLine, this.improvements,
					this.improvements.stream()
						.map((each) -> new DatedValue(each.date(),
								upwards ? figure.add(each.value()) : figure.subtract(each.value())))
						.toList());
		}

		@Override
		public Trajectory within(Period days) {
			return new Relative(this.base, this.isLine, Trajectory.within(days, this.improvements),
					Trajectory.within(days, this.dated));
		}

		@Override
		public Optional<Requirement> requiredOf(Period period, @Nullable DatedValue baseline,
				Function<Period, Optional<BigDecimal>> planned) {
			return (this.isLine ? new StraightLine(this.dated) : new ByDate(this.dated)).requiredOf(period, baseline,
					planned);
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

		private Requirement binding() {
			return new Requirement(this.value, this.date);
		}

		/**
		 * The height on the day of the straight line to a later point, to 34 digits; this
		 * value itself until its own date.
		 */
		private BigDecimal towards(DatedValue later, LocalDate day) {
			if (!day.isAfter(this.date)) {
				return this.value;
			}
			BigDecimal gone = BigDecimal.valueOf(ChronoUnit.DAYS.between(this.date, day));
			BigDecimal whole = BigDecimal.valueOf(ChronoUnit.DAYS.between(this.date, later.date));
			BigDecimal rise = later.value.subtract(this.value).multiply(gone).divide(whole, MathContext.DECIMAL128);
			return this.value.add(rise);
		}

		@Override
		public int compareTo(DatedValue other) {
			return this.date.compareTo(other.date);
		}

	}

}

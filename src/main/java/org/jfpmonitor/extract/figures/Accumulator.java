package org.jfpmonitor.extract.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.number.Sum;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jspecify.annotations.Nullable;

/** What one term of one figure has come to so far. */
sealed class Accumulator {

	private final Set<Column.Marker> markers = EnumSet.noneOf(Column.Marker.class);

	private long rows;

	private long values;

	/** An empty one. */
	static Accumulator of(Aggregate aggregate) {
		return switch (aggregate) {
			case COUNT -> new Accumulator();
			case SUM, ONLY -> new Addition();
			case MEAN -> new Mean();
			case MIN, MAX -> new Extreme(aggregate == Aggregate.MIN);
			case MEDIAN -> new Distribution();
		};
	}

	/** A row counts towards it with these numbers, none of them unreadable. */
	final void add(NumberField[] numbers) {
		this.rows++;
		for (NumberField number : numbers) {
			Column.Marker marker = number.marker();
			if (marker != null) {
				this.markers.add(marker);
			}
			else {
				this.values++;
				take(number);
			}
		}
	}

	void take(NumberField number) {
		// Rows are counted, not numbers.
	}

	/** How many rows counted. */
	final long rows() {
		return this.rows;
	}

	/** How many numbers counted. */
	final long values() {
		return this.values;
	}

	/** Which markers stood in place of numbers. */
	final Set<Column.Marker> markers() {
		return this.markers;
	}

	/** What it comes to. Asked only when there was a number. */
	BigDecimal result() {
		return BigDecimal.valueOf(this.rows);
	}

	private static final class Addition extends Accumulator {

		private final Sum sum = new Sum();

		@Override
		void take(NumberField number) {
			this.sum.add(number);
		}

		@Override
		BigDecimal result() {
			return this.sum.value();
		}

	}

	/** A sum over how many numbers it is of. */
	static final class Mean extends Accumulator {

		private final Sum sum = new Sum();

		@Override
		void take(NumberField number) {
			this.sum.add(number);
		}

		BigDecimal sum() {
			return this.sum.value();
		}

		@Override
		BigDecimal result() {
			return sum().divide(BigDecimal.valueOf(values()), MathContext.DECIMAL128);
		}

	}

	private static final class Extreme extends Accumulator {

		private final boolean least;

		private @Nullable NumberField extreme;

		Extreme(boolean least) {
			this.least = least;
		}

		@Override
		void take(NumberField number) {
			NumberField before = this.extreme;
			if (before == null || (this.least ? isLess(number, before) : isLess(before, number))) {
				this.extreme = number;
			}
		}

		private static boolean isLess(NumberField one, NumberField other) {
			return (one.isWhole() && other.isWhole()) ? one.whole() < other.whole()
					: one.value().compareTo(other.value()) < 0;
		}

		@Override
		BigDecimal result() {
			return Objects.requireNonNull(this.extreme).value();
		}

	}

	/**
	 * How often each number came: enough for a median, and bounded by what is distinct.
	 * Small whole numbers, as ages and waits are, are counted in an array that is never
	 * much longer than there are rows.
	 */
	static final class Distribution extends Accumulator {

		private static final int MOST_DISTINCT = 500_000;

		private static final int LONGEST = 1 << 16;

		private long[] small = {};

		private final Map<Long, long[]> wholes = new HashMap<>();

		private final Map<BigDecimal, long[]> others = new HashMap<>();

		@Override
		void take(NumberField number) {
			if (!number.isWhole()) {
				this.others.computeIfAbsent(number.value().stripTrailingZeros(), (each) -> new long[1])[0]++;
				bound();
			}
			else if (number.whole() >= 0 && number.whole() < this.small.length) {
				this.small[(int) number.whole()]++;
			}
			else {
				takeRare(number.whole());
			}
		}

		private void takeRare(long number) {
			if (number >= 0 && number < Math.min(LONGEST, 64 + 4 * values())) {
				this.small = Arrays.copyOf(this.small, (int) Math.max(number + 1, 2L * this.small.length));
				this.small[(int) number]++;
				return;
			}
			this.wholes.computeIfAbsent(number, (each) -> new long[1])[0]++;
			bound();
		}

		private void bound() {
			if (this.wholes.size() + this.others.size() > MOST_DISTINCT) {
				throw new ExtractRefused(List.of("Expected at most " + MOST_DISTINCT
						+ " different numbers for a median, found more. Use a mean in the layout, or whole numbers."));
			}
		}

		@Override
		BigDecimal result() {
			return median(times());
		}

		/** How many numbers lie below the median, and how many above it. */
		List<Long> sides() {
			NavigableMap<BigDecimal, Long> times = times();
			BigDecimal median = median(times);
			return Stream.of(times.headMap(median, false), times.tailMap(median, false))
				.map((side) -> side.values().stream().mapToLong(Long::longValue).sum())
				.toList();
		}

		private NavigableMap<BigDecimal, Long> times() {
			NavigableMap<BigDecimal, Long> times = new TreeMap<>();
			for (int i = 0; i < this.small.length; i++) {
				if (this.small[i] > 0) {
					times.put(BigDecimal.valueOf(i), this.small[i]);
				}
			}
			this.wholes.forEach((number, count) -> times.merge(BigDecimal.valueOf(number), count[0], Long::sum));
			this.others.forEach((number, count) -> times.merge(number, count[0], Long::sum));
			return times;
		}

		private BigDecimal median(NavigableMap<BigDecimal, Long> times) {
			BigDecimal lower = at(times, (values() + 1) / 2);
			BigDecimal upper = at(times, values() / 2 + 1);
			return lower.add(upper).divide(BigDecimal.valueOf(2), MathContext.DECIMAL128);
		}

		private static BigDecimal at(NavigableMap<BigDecimal, Long> times, long place) {
			long passed = 0;
			for (Map.Entry<BigDecimal, Long> entry : times.entrySet()) {
				passed += entry.getValue();
				if (passed >= place) {
					return entry.getKey();
				}
			}
			return times.lastKey();
		}

	}

}

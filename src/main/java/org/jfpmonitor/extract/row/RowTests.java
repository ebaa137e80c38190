package org.jfpmonitor.extract.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jspecify.annotations.Nullable;

/**
 * The tests of all conditions of a layout on the current row. Each column that is tested
 * is looked up once a row, each condition answered once a row, and texts seen before are
 * not folded again.
 */
public final class RowTests {

	private static final byte UNASKED = 0;

	private static final byte MET = 1;

	private static final byte NOT_MET = 2;

	private final Numbers numbers;

	private final Map<Conditions, Tested> known = new HashMap<>();

	private Words[] columns = {};

	private long[] met = {};

	private byte[] answers = {};

	public RowTests(Numbers numbers) {
		this.numbers = numbers;
	}

	/** Makes the conditions ready; all their columns must be in the file. */
	public Tested ready(Conditions conditions, ColumnFinder finder) {
		Tested earlier = this.known.get(conditions);
		if (earlier != null) {
			return earlier;
		}
		List<Integer> slots = new ArrayList<>();
		List<Long> bits = new ArrayList<>();
		List<Bounds> ranges = new ArrayList<>();
		for (Conditions.Test test : conditions.all()) {
			if (test instanceof Conditions.Word word) {
				int column = column(finder.position(word.column()));
				slots.add(column);
				bits.add(this.columns[column].bit(word));
			}
			else if (test instanceof Conditions.Range range) {
				int position = finder.position(range.column());
				ranges.add(Bounds.of(range, this.numbers.slot(finder.column(range.column()), position, null)));
			}
		}
		Tested tested = new Tested(this.known.size(), conditions, slots.stream().mapToInt(Integer::intValue).toArray(),
				bits.stream().mapToLong(Long::longValue).toArray(), ranges.toArray(new Bounds[0]));
		this.known.put(conditions, tested);
		this.answers = new byte[this.known.size()];
		return tested;
	}

	/** The number of a column that has room for one more test. */
	private int column(int position) {
		for (int i = 0; i < this.columns.length; i++) {
			if (this.columns[i].position == position && this.columns[i].hasRoom()) {
				return i;
			}
		}
		this.columns = Arrays.copyOf(this.columns, this.columns.length + 1);
		this.columns[this.columns.length - 1] = new Words(position);
		this.met = new long[this.columns.length];
		return this.columns.length - 1;
	}

	/** Turns to the next row. */
	public void turnTo(String[] row) {
		for (int i = 0; i < this.columns.length; i++) {
			Words column = this.columns[i];
			this.met[i] = column.met(row[column.position]);
		}
		Arrays.fill(this.answers, UNASKED);
	}

	/**
	 * Whether the current row meets them all. A range is not met by what is no number.
	 */
	public boolean areMet(Tested tested) {
		byte answer = this.answers[tested.number];
		if (answer == UNASKED) {
			answer = answer(tested) ? MET : NOT_MET;
			this.answers[tested.number] = answer;
		}
		return answer == MET;
	}

	private boolean answer(Tested tested) {
		for (int i = 0; i < tested.slots.length; i++) {
			if ((this.met[tested.slots[i]] & tested.bits[i]) == 0) {
				return false;
			}
		}
		for (Bounds bounds : tested.ranges) {
			if (!bounds.areMet(this.numbers)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The slot of a number that the row holds no number for, although the words are met;
	 * -1 when there is none.
	 */
	public int faultyNumber(Tested tested) {
		if (tested.ranges.length == 0) {
			return -1;
		}
		for (int i = 0; i < tested.slots.length; i++) {
			if ((this.met[tested.slots[i]] & tested.bits[i]) == 0) {
				return -1;
			}
		}
		for (Bounds bounds : tested.ranges) {
			if (this.numbers.read(bounds.slot) == Numbers.FAULTY) {
				return bounds.slot;
			}
		}
		return -1;
	}

	/** Of the words that the conditions ask for, those that no row so far had. */
	public List<Conditions.Word> unheardOf(Tested tested, ColumnFinder finder) {
		List<Conditions.Word> unheardOf = new ArrayList<>();
		for (Conditions.Test test : tested.conditions.all()) {
			if (test instanceof Conditions.Word word && word.is() && !wasMet(word, finder.position(word.column()))) {
				unheardOf.add(word);
			}
		}
		return unheardOf;
	}

	private boolean wasMet(Conditions.Word word, int position) {
		return Arrays.stream(this.columns).anyMatch((column) -> column.position == position && column.wasMet(word));
	}

	/** Conditions made ready for one file. */
	public static final class Tested {

		private final int number;

		private final Conditions conditions;

		private final int[] slots;

		private final long[] bits;

		private final Bounds[] ranges;

		private Tested(int number, Conditions conditions, int[] slots, long[] bits, Bounds[] ranges) {
			this.number = number;
			this.conditions = conditions;
			this.slots = slots;
			this.bits = bits;
			this.ranges = ranges;
		}

	}

	/** The bounds of one number, as whole numbers where they are. */
	private record Bounds(Conditions.Range range, int slot, boolean whole, long atLeast, long below) {

		static Bounds of(Conditions.Range range, int slot) {
			boolean whole = isWhole(range.atLeast()) && isWhole(range.below());
			return new Bounds(range, slot, whole, whole ? orElse(range.atLeast(), Long.MIN_VALUE) : 0,
					whole ? orElse(range.below(), Long.MAX_VALUE) : 0);
		}

		private static boolean isWhole(@Nullable BigDecimal bound) {
			return bound == null || (bound.stripTrailingZeros().scale() <= 0 && bound.precision() <= 18);
		}

		private static long orElse(@Nullable BigDecimal bound, long otherwise) {
			return (bound != null) ? bound.longValueExact() : otherwise;
		}

		boolean areMet(Numbers numbers) {
			byte state = numbers.read(this.slot);
			if (state == Numbers.WHOLE && this.whole) {
				long number = numbers.whole(this.slot);
				return number >= this.atLeast && number < this.below;
			}
			return state < Numbers.MARKED && this.range.isMetBy(numbers.exact(this.slot));
		}

	}

	/** All tests of one column, one bit each. */
	private static final class Words {

		private static final int MOST_REMEMBERED = 4096;

		private final int position;

		private final List<Conditions.Word> tests = new ArrayList<>();

		private final Remembered<Long> known = new Remembered<>(MOST_REMEMBERED);

		private String last = "";

		private long lastMet = -1;

		private long everMet;

		Words(int position) {
			this.position = position;
		}

		boolean hasRoom() {
			return this.tests.size() < Long.SIZE - 1;
		}

		long bit(Conditions.Word test) {
			int number = this.tests.indexOf(test);
			if (number < 0) {
				this.tests.add(test);
				number = this.tests.size() - 1;
			}
			return 1L << number;
		}

		boolean wasMet(Conditions.Word test) {
			int number = this.tests.indexOf(test);
			return number >= 0 && (this.everMet & (1L << number)) != 0;
		}

		long met(String text) {
			if (this.lastMet >= 0 && text.equals(this.last)) {
				return this.lastMet;
			}
			Long remembered = this.known.get(text);
			long met = (remembered != null) ? remembered : test(text);
			this.last = text;
			this.lastMet = met;
			return met;
		}

		private long test(String text) {
			String folded = NormalisedText.value(text);
			long met = 0;
			for (int i = 0; i < this.tests.size(); i++) {
				met |= this.tests.get(i).isMetBy(folded) ? 1L << i : 0;
			}
			this.known.put(text, met);
			this.everMet |= met;
			return met;
		}

	}

}

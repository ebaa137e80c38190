package org.jfpmonitor.intake.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.intake.extract.layout.Conditions;
import org.jfpmonitor.intake.extract.layout.Folded;

/**
 * The tests of all conditions of a layout on the current row. Each column that is tested
 * is looked up once a row; texts seen before are not folded again.
 */
final class RowTests {

	/** Met by every row. */
	static final Tested ALWAYS = new Tested(new int[0], new long[0], new int[0], List.of());

	private final Numbers numbers;

	private final List<Words> words = new ArrayList<>();

	private Words[] columns = {};

	private long[] met = {};

	RowTests(Numbers numbers) {
		this.numbers = numbers;
	}

	/** Makes the conditions ready; all their columns must be in the file. */
	Tested ready(Conditions conditions, ColumnFinder finder) {
		List<Integer> slots = new ArrayList<>();
		List<Long> bits = new ArrayList<>();
		List<Integer> numberSlots = new ArrayList<>();
		List<Conditions.Range> ranges = new ArrayList<>();
		for (Conditions.Test test : conditions.all()) {
			if (test instanceof Conditions.Word word) {
				Words column = words(finder.position(word.column()));
				slots.add(this.words.indexOf(column));
				bits.add(column.bit(word));
			}
			else if (test instanceof Conditions.Range range) {
				numberSlots
					.add(this.numbers.slot(finder.column(range.column()), finder.position(range.column()), null));
				ranges.add(range);
			}
		}
		this.columns = this.words.toArray(new Words[0]);
		this.met = new long[this.columns.length];
		return new Tested(slots.stream().mapToInt(Integer::intValue).toArray(),
				bits.stream().mapToLong(Long::longValue).toArray(),
				numberSlots.stream().mapToInt(Integer::intValue).toArray(), ranges);
	}

	private Words words(int position) {
		return this.words.stream()
			.filter((each) -> each.position == position && each.hasRoom())
			.findFirst()
			.orElseGet(() -> {
				Words column = new Words(position);
				this.words.add(column);
				return column;
			});
	}

	/** Turns to the next row. */
	void turnTo(String[] row) {
		for (int i = 0; i < this.columns.length; i++) {
			Words column = this.columns[i];
			this.met[i] = column.met(row[column.position]);
		}
	}

	/**
	 * Whether the current row meets them all. A range is not met by what is no number.
	 */
	boolean areMet(Tested tested) {
		for (int i = 0; i < tested.slots.length; i++) {
			if ((this.met[tested.slots[i]] & tested.bits[i]) == 0) {
				return false;
			}
		}
		for (int i = 0; i < tested.numberSlots.length; i++) {
			int slot = tested.numberSlots[i];
			byte state = this.numbers.read(slot);
			if (state >= Numbers.MARKED || !tested.ranges.get(i).isMetBy(this.numbers.exact(slot))) {
				return false;
			}
		}
		return true;
	}

	/** The slot of a range that the row holds no number for; -1 when there is none. */
	int faultyNumber(Tested tested) {
		for (int slot : tested.numberSlots) {
			if (this.numbers.read(slot) == Numbers.FAULTY) {
				return slot;
			}
		}
		return -1;
	}

	/** Conditions made ready for one file. */
	@SuppressWarnings("ArrayRecordComponent")
	record Tested(int[] slots, long[] bits, int[] numberSlots, List<Conditions.Range> ranges) {

	}

	/** All tests of one column, one bit each. */
	private static final class Words {

		private static final int MOST_REMEMBERED = 4096;

		private final int position;

		private final List<Conditions.Word> tests = new ArrayList<>();

		private final Map<String, Long> known = new HashMap<>();

		private String last = "";

		private long lastMet = -1;

		Words(int position) {
			this.position = position;
		}

		boolean hasRoom() {
			return this.tests.size() < Long.SIZE - 1;
		}

		long bit(Conditions.Word test) {
			int known = this.tests.indexOf(test);
			if (known < 0) {
				this.tests.add(test);
				known = this.tests.size() - 1;
			}
			return 1L << known;
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
			String folded = Folded.value(text);
			long met = 0;
			for (int i = 0; i < this.tests.size(); i++) {
				met |= this.tests.get(i).isMetBy(folded) ? 1L << i : 0;
			}
			if (this.known.size() < MOST_REMEMBERED) {
				this.known.put(text, met);
			}
			return met;
		}

	}

}

package org.jfpmonitor.extract.row;

import java.util.ArrayList;
import java.util.List;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.spelling.NormalisedText;

/** Conditions of a layout made ready for one file: chooses rows. */
public final class RowFilter {

	private final WordTest[] words;

	private final RangeTest[] ranges;

	/** All columns that the conditions test must be in the file. */
	public RowFilter(Conditions conditions, FileColumns columns) {
		List<WordTest> wordTests = new ArrayList<>();
		List<RangeTest> rangeTests = new ArrayList<>();
		for (Conditions.Test test : conditions.all()) {
			int position = columns.position(test.column());
			if (test instanceof Conditions.Word word) {
				wordTests.add(new WordTest(position, word));
			}
			else if (test instanceof Conditions.Range range) {
				rangeTests.add(new RangeTest(new NumberColumn(columns.column(test.column()), position, null), range));
			}
		}
		this.words = wordTests.toArray(new WordTest[0]);
		this.ranges = rangeTests.toArray(new RangeTest[0]);
	}

	/** Whether the row meets them all. A range is not met by what is no number. */
	public boolean matches(Row row) {
		if (!matchesWords(row)) {
			return false;
		}
		for (RangeTest test : this.ranges) {
			if (!test.matches(row)) {
				return false;
			}
		}
		return true;
	}

	/**
	 * The columns whose range cannot be told because there is no number, in a row that
	 * meets the conditions as far as words go.
	 */
	public List<NumberColumn> unreadable(Row row) {
		if (this.ranges.length == 0 || !matchesWords(row)) {
			return List.of();
		}
		List<NumberColumn> unreadable = new ArrayList<>();
		for (RangeTest test : this.ranges) {
			if (row.number(test.column).isUnreadable()) {
				unreadable.add(test.column);
			}
		}
		return unreadable;
	}

	/** Whether it compares numbers of the column at the position. */
	public boolean usesNumber(int position) {
		for (RangeTest test : this.ranges) {
			if (test.column.position() == position) {
				return true;
			}
		}
		return false;
	}

	private boolean matchesWords(Row row) {
		for (WordTest test : this.words) {
			if (!test.matches(row)) {
				return false;
			}
		}
		return true;
	}

	private static final class WordTest {

		private final int position;

		private final LookupCache<Boolean> known;

		WordTest(int position, Conditions.Word word) {
			this.position = position;
			this.known = new LookupCache<>((text) -> word.isMetBy(NormalisedText.value(text)));
		}

		boolean matches(Row row) {
			return this.known.get(row.text(this.position));
		}

	}

	private record RangeTest(NumberColumn column, Conditions.Range range) {

		boolean matches(Row row) {
			NumberField number = row.number(this.column);
			return number.isNumber() && this.range.isMetBy(number.value());
		}

	}

}

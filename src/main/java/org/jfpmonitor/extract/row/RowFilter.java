package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.number.NumberSigns;
import org.jfpmonitor.extract.spelling.LookupCache;
import org.jfpmonitor.extract.number.NumberField;
import java.util.ArrayList;
import java.util.Arrays;
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
				rangeTests.add(new RangeTest(
						new NumberColumn(columns.column(test.column()), position, NumberSigns.NONE), range));
			}
		}
		this.words = wordTests.toArray(new WordTest[0]);
		this.ranges = rangeTests.toArray(new RangeTest[0]);
	}

	/** Whether the row meets them all. A range is not met by what is no number. */
	public boolean matches(Row row) {
		return match(row) == Match.YES;
	}

	/** Whether the row meets them all, as far as its numbers can be read. */
	public Match match(Row row) {
		for (WordTest test : this.words) {
			if (!test.matches(row)) {
				return Match.NO;
			}
		}
		Match match = Match.YES;
		for (RangeTest test : this.ranges) {
			NumberField number = row.number(test.column);
			if (number.isUnreadable()) {
				match = Match.UNREADABLE;
			}
			else if (match == Match.YES && !test.isMetBy(number)) {
				match = Match.NO;
			}
		}
		return match;
	}

	/** The columns whose range cannot be told because there is no number in the row. */
	public List<NumberColumn> unreadable(Row row) {
		return Arrays.stream(this.ranges)
			.map(RangeTest::column)
			.filter((column) -> row.number(column).isUnreadable())
			.toList();
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

	/** Whether a row meets conditions. */
	public enum Match {

		YES, NO,
		/** It does as far as words go, but has no number to compare. */
		UNREADABLE

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

		boolean isMetBy(NumberField number) {
			return number.isNumber() && this.range.isMetBy(number.value());
		}

	}

}

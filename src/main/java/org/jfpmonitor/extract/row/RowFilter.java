package org.jfpmonitor.extract.row;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.number.NumberSigns;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.spelling.LookupCache;
import org.jfpmonitor.extract.spelling.NormalisedText;

/** Conditions of a layout made ready for one file: chooses rows. */
public final class RowFilter {

	/** What merged cells leave on their first line alone. */
	private static final String A_WORD = "a word, because it says what the line counts towards; fill in each of merged"
			+ " cells, or, where it may be blank, say so in the layout by \"empty\"";

	private final WordTest[] words;

	private final RangeTest[] ranges;

	/** All columns that the conditions test must be in the file. */
	public RowFilter(Conditions conditions, FileColumns columns) {
		List<WordTest> wordTests = new ArrayList<>();
		List<RangeTest> rangeTests = new ArrayList<>();
		for (Conditions.Test test : conditions.all()) {
			int position = columns.position(test.column());
			if (test instanceof Conditions.Word word) {
				wordTests.add(new WordTest(columns.column(test.column()), position, word));
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

	/** Whether the row meets them all, as far as it says what is asked. */
	public Match match(Row row) {
		Match match = Match.YES;
		for (WordTest test : this.words) {
			if (!test.matches(row)) {
				if (!test.isBlank(row)) {
					return Match.NO;
				}
				match = Match.BLANK;
			}
		}
		for (RangeTest test : this.ranges) {
			NumberField number = row.number(test.column);
			if (number.isUnreadable()) {
				match = (match == Match.BLANK) ? match : Match.UNREADABLE;
			}
			else if (!test.isMetBy(number)) {
				return Match.NO;
			}
		}
		return match;
	}

	/**
	 * Why a row is refused of which nobody can tell whether it meets them: each number
	 * that cannot be compared, and each field that is blank where a word is asked for.
	 */
	public List<Reject> rejectUnsure(Row row, Rejects rejects) {
		Stream<Reject> blank = Arrays.stream(this.words)
			.filter((test) -> !test.matches(row) && test.isBlank(row))
			.map((test) -> rejects.of(row, RejectCode.MISSING_VALUE, test.column, test.position, A_WORD));
		Stream<Reject> unreadable = Arrays.stream(this.ranges)
			.map(RangeTest::column)
			.filter((column) -> row.number(column).isUnreadable())
			.map((column) -> column.reject(row, rejects));
		return Stream.concat(blank, unreadable).toList();
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
		UNREADABLE,
		/** It does but for fields that are blank, where a word is asked for. */
		BLANK

	}

	private static final class WordTest {

		private final Column column;

		private final int position;

		private final LookupCache<Boolean> known;

		WordTest(Column column, int position, Conditions.Word word) {
			this.column = column;
			this.position = position;
			this.known = new LookupCache<>((text) -> word.isMetBy(NormalisedText.value(text)));
		}

		boolean matches(Row row) {
			return this.known.get(row.text(this.position));
		}

		boolean isBlank(Row row) {
			return row.text(this.position).isBlank();
		}

	}

	private record RangeTest(NumberColumn column, Conditions.Range range) {

		boolean isMetBy(NumberField number) {
			return number.isNumber() && this.range.isMetBy(number.value());
		}

	}

}

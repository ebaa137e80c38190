package org.jfpmonitor.extract.text;

import java.util.List;

import org.jfpmonitor.observation.Place;

/** One table of a file: a whole text file, or one sheet of a workbook. */
public interface Table {

	/** The name that people know it by: of the sheet, or of the file. */
	String name();

	/**
	 * Its records from the first line on.
	 * @throws Unreadable when it cannot be read
	 */
	Records open();

	/**
	 * The same, to be read to the end: a thread of its own parses a little ahead, so that
	 * parsing and reckoning share two processors.
	 * @param columns how many are asked for; a sheet may leave out what stands right of
	 * them
	 * @throws Unreadable when it cannot be read
	 */
	default Records openAhead(int columns) {
		return new RecordsAhead(open(columns));
	}

	/**
	 * The same as {@link #open()}; what stands right of so many columns of a sheet may be
	 * left out.
	 */
	default Records open(int columns) {
		return open();
	}

	/**
	 * Whether people fill it in by hand, and may write remarks beside it, to the right of
	 * its columns, that are nothing of it.
	 */
	default boolean isSheet() {
		return false;
	}

	/**
	 * The merged cells that begin in one of the first rows; a text has none.
	 * @param lastLine the last of these rows, counting from 1
	 * @throws Unreadable when it cannot be read
	 */
	default List<MergedCells> mergedCells(long lastLine) {
		return List.of();
	}

	/**
	 * How a field is named to people.
	 * @param line the line or row, counting from 1
	 * @param column the column, counting from 0
	 */
	Place place(long line, int column);

	/**
	 * Cells beside each other that are one, which holds what stands in the first of them.
	 *
	 * @param line the row of the first, counting from 1
	 * @param first the column of the first, counting from 0
	 * @param last the column of the last, counting from 0, inclusive
	 */
	record MergedCells(long line, int first, int last) {

	}

}

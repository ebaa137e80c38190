package org.jfpmonitor.extract.workbook;

import java.util.Arrays;

import org.jfpmonitor.extract.text.TextRecord;
import org.jfpmonitor.extract.text.TextRecord.Condition;
import org.jfpmonitor.extract.workbook.cell.CellError;

/**
 * Collects the fields of one row after the other. A row is as wide as the widest before
 * it, as sheets are that were saved as text.
 */
final class RowFields {

	/** The last column of a spreadsheet is XFD. */
	static final int MOST_COLUMNS = 16_384;

	/** The last row of a spreadsheet. */
	static final int MOST_ROWS = 1_048_576;

	/** A table has two columns at least, also above its first row of two. */
	private static final int NARROWEST = 2;

	private String[] fields = new String[64];

	private int used;

	private int widest = NARROWEST;

	private boolean errors;

	private final int columns;

	/**
	 * Takes nothing right of so many columns: far cells make every row of a sheet wide.
	 */
	RowFields(int columns) {
		this.columns = columns;
		Arrays.fill(this.fields, "");
	}

	/** Puts a text into a column, counting from 0. */
	void put(int column, String text) {
		if (text.isEmpty() || column >= this.columns) {
			return;
		}
		if (column >= this.fields.length) {
			int before = this.fields.length;
			this.fields = Arrays.copyOf(this.fields, Math.min(MOST_COLUMNS, Math.max(column + 1, 2 * before)));
			Arrays.fill(this.fields, before, this.fields.length, "");
		}
		this.fields[column] = text;
		this.used = Math.max(this.used, column + 1);
		this.errors = this.errors || CellError.is(text);
	}

	/** How many columns it takes. */
	int columns() {
		return this.columns;
	}

	/** Whether nothing was put into the row. */
	boolean isEmpty() {
		return this.used == 0;
	}

	/** The row, after which the next one begins. */
	TextRecord take(long row) {
		this.widest = Math.max(this.widest, this.used);
		String[] taken = new String[this.widest];
		System.arraycopy(this.fields, 0, taken, 0, this.used);
		Arrays.fill(taken, this.used, this.widest, "");
		Arrays.fill(this.fields, 0, this.used, "");
		Condition condition = this.errors ? Condition.WITH_ERRORS : Condition.SOUND;
		this.used = 0;
		this.errors = false;
		return new TextRecord(row, taken, condition);
	}

}

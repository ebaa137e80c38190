package org.jfpmonitor.extract.workbook;

import java.util.NoSuchElementException;

import org.jfpmonitor.extract.text.Records;
import org.jfpmonitor.extract.text.TextRecord;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet. One blank record stands for all rows of nothing between two. */
abstract class RowRecords implements Records {

	private static final String[] NOTHING = { "" };

	private final RowFields fields;

	private @Nullable TextRecord coming;

	private @Nullable TextRecord afterGap;

	/** Of an {@code .ods}, the next sheet comes after the end of this one. */
	private boolean ended;

	private long lastRow;

	private long characters;

	/** Of so many columns from the left. */
	RowRecords(int columns) {
		this.fields = new RowFields(columns);
	}

	/**
	 * Fills the fields of the next row that has any. Not called again after the end.
	 * @return the row, counting from 1; 0 at the end
	 */
	abstract long fill(RowFields row);

	@Override
	public final boolean hasNext() {
		if (this.coming == null) {
			this.coming = read();
		}
		return this.coming != null;
	}

	private @Nullable TextRecord read() {
		if (this.afterGap != null) {
			TextRecord next = this.afterGap;
			this.afterGap = null;
			return next;
		}
		long row = this.ended ? 0 : fill(this.fields);
		if (row == 0) {
			this.ended = true;
			return null;
		}
		TextRecord record = this.fields.take(row);
		for (String field : record.fields()) {
			this.characters += field.length() + 1;
		}
		boolean gap = row > this.lastRow + 1;
		this.lastRow = row;
		if (gap) {
			this.afterGap = record;
			return new TextRecord(row - 1, NOTHING, TextRecord.Condition.SOUND);
		}
		return record;
	}

	@Override
	public final TextRecord next() {
		if (!hasNext() || this.coming == null) {
			throw new NoSuchElementException();
		}
		TextRecord record = this.coming;
		this.coming = null;
		return record;
	}

	@Override
	public final long charactersRead() {
		return this.characters;
	}

	/** A sheet that was cut off cannot be read at all. */
	@Override
	public final boolean isLastLineEnded() {
		return true;
	}

}

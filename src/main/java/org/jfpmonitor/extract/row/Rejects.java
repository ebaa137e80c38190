package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.observation.Place;

/**
 * Words the rejects of one file. What stood in a record-level file is kept back unless
 * its column is safe.
 */
public final class Rejects {

	private final FileColumns columns;

	public Rejects(FileColumns columns) {
		this.columns = columns;
	}

	/** How another line is named. */
	public Place place(long line) {
		return this.columns.place(line, 0);
	}

	/** The one column of the id is at fault. */
	public Reject of(Row row, RejectCode code, String id, String expected) {
		return of(row, code, this.columns.column(id), this.columns.position(id), expected);
	}

	/** The field at the position, which belongs to the column, is at fault. */
	public Reject of(Row row, RejectCode code, Column column, int position, String expected) {
		return of(row, code, column, position, row.text(position), expected);
	}

	/** The field at the position is at fault, as what was found shows. */
	public Reject of(Row row, RejectCode code, Column column, int position, String found, String expected) {
		boolean shown = !this.columns.layout().recordLevel() || column.safe();
		return new Reject(this.columns.place(row.line(), position), code, this.columns.header().name(position),
				shown ? Reject.legible(found) : "", expected);
	}

	/** The whole line is at fault. */
	public Reject ofLine(Row row, RejectCode code, String expected) {
		return new Reject(place(row.line()), code, "", "", expected);
	}

	/** The whole line is at fault, as what was found shows. */
	public Reject ofLine(Row row, RejectCode code, String found, String expected) {
		boolean shown = !this.columns.layout().recordLevel();
		return new Reject(place(row.line()), code, "", shown ? Reject.legible(found) : "", expected);
	}

}

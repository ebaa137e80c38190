package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;

/**
 * Words the rejects of one file. What stood in a confidential file is kept back unless
 * its column is safe.
 */
public final class Rejects {

	private final FileColumns columns;

	private final boolean shown;

	public Rejects(FileColumns columns) {
		this.columns = columns;
		this.shown = !columns.layout().isConfidential();
	}

	/** How another line is named. */
	public String inWords(long line) {
		return this.columns.inWords(line, 0);
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
		return new Reject(this.columns.place(row.line(), position), code, this.columns.header().wholeName(position),
				(this.shown || column.safe()) ? Reject.legible(found) : "", expected);
	}

	/** The line is of other figures than what came about, as the field says. */
	public Reject ofOtherFigures(Row row, int position) {
		boolean known = this.columns.header().positions().anyMatch((at) -> at == position);
		return new Reject(this.columns.place(row.line(), position), RejectCode.OTHER_FIGURES,
				this.columns.header().wholeName(position), this.shown ? Reject.legible(row.text(position)) : "",
				"a line of what came about; leave out such lines by \"leave-out\" in the layout, or delete them; if the word is a"
						+ " name, " + (known ? "say \"of-names: true\" of the column in the layout"
								: "delete that column from the file"));
	}

	/** The whole line is at fault. */
	public Reject ofLine(Row row, RejectCode code, String expected) {
		return new Reject(this.columns.place(row.line(), 0), code, "", "", expected);
	}

	/** The whole line is at fault, as what was found shows. */
	public Reject ofLine(Row row, RejectCode code, String found, String expected) {
		return new Reject(this.columns.place(row.line(), 0), code, "", this.shown ? Reject.legible(found) : "",
				expected);
	}

}

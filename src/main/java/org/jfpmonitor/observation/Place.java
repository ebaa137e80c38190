package org.jfpmonitor.observation;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file something stands: a line of a text, or a cell of a workbook.
 *
 * @param line the line, or the row of its sheet, counting from 1; 0 for what a person
 * entered, and for the whole of a file
 * @param cell the cell as spreadsheets write it, such as {@code Provider!H27}, or null
 * for a line of a text
 */
public record Place(long line, @Nullable String cell) {

	/** A line of a text. */
	public static Place line(long line) {
		return new Place(line, null);
	}

	/**
	 * A file as a whole, for what may not say from which line on: where lines are sorted,
	 * two such places would tell how many lie between them.
	 */
	public static Place wholeFile() {
		return line(0);
	}

	/** Whether it is no place within a file. */
	public boolean isWholeFile() {
		return this.line == 0 && this.cell == null;
	}

	/** "line 27", "Provider!H27", or "all its lines". */
	public String inWords() {
		return (this.cell != null) ? this.cell : isWholeFile() ? "all its lines" : "line " + this.line;
	}

	/**
	 * In a list or table that says what it is of: "27", or "Provider!H27"; empty for the
	 * whole of a file.
	 */
	public String label() {
		return (this.cell != null) ? this.cell : isWholeFile() ? "" : Long.toString(this.line);
	}

	/** As a sentence begins: "Line 27", or "Provider!H27". */
	public String asBeginning() {
		return (this.cell != null) ? this.cell : isWholeFile() ? "All lines" : "Line " + this.line;
	}

}

package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.result.ParseResult;

/** Takes the data rows of one file, one after the other, and keeps none of them. */
public interface RowHandler {

	/** Takes a row that has all columns. */
	RowOutcome take(Row row);

	/** Whether a number in the column, counting from 0, goes into figures. */
	boolean usesNumber(int position);

	/** A line could not be read, so nobody knows whose it was. */
	void lineLost();

	/** What all rows came to. */
	ParseResult finish();

}

package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.result.Result;

/** Takes the data rows of one file, one after the other, and keeps none of them. */
public interface Rows {

	/**
	 * Takes a row that has all columns.
	 * @param row its fields
	 * @param line the line it starts on, counting from 1
	 */
	Outcome take(String[] row, long line);

	/** Whether a number in the column, counting from 0, goes into figures. */
	boolean needs(int position);

	/** A line could not be read, so nobody knows whose it was. */
	void lineLost();

	/** What all rows came to. */
	Result finish();

	/** What became of a row. */
	enum Outcome {

		USED, LEFT_OUT, REJECTED

	}

}

package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.result.ParseResult;

/** Takes the data rows of one file, one after the other, and keeps none of them. */
public interface RowHandler {

	/** Takes a row that has all columns. */
	RowOutcome take(Row row);

	/** Whether a number in the column, counting from 0, goes into figures. */
	default boolean usesNumber(int position) {
		return false;
	}

	/**
	 * A line could not be read, so nobody knows whose it was. Where each line is a figure
	 * or a report of its own, no other one lacks it.
	 */
	default void lineLost() {
	}

	/**
	 * Why no row was used, in words that follow a colon; empty when it cannot be told
	 * from a file that is not the one meant.
	 */
	default String whyNoneUsed() {
		return "";
	}

	/** Whether a table of which no row is used says something all the same. */
	default boolean mayBeEmpty() {
		return false;
	}

	/** What all rows came to. */
	ParseResult finish();

}

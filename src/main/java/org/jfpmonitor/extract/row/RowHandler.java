package org.jfpmonitor.extract.row;

import java.util.List;

import org.jfpmonitor.extract.disclosure.CountedFigure;
import org.jfpmonitor.extract.disclosure.Withheld;
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

	/**
	 * After the last row: its figures as they were counted, for deciding what is
	 * withheld.
	 */
	default List<CountedFigure> counted() {
		return List.of();
	}

	/**
	 * What all rows came to.
	 * @param withheld which figures nothing is to be said of
	 */
	ParseResult finish(Withheld withheld);

}

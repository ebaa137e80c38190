package org.jfpmonitor.extract.workbook.cell;

/** What a number format says that the number of a cell is. */
enum NumberKind {

	NUMBER, PERCENT,
	/** One that counts hundredths already, with the sign as a text beside it. */
	NUMBER_WITH_SIGN, DAY, MONTH, YEAR, TIME,
	/** Nothing of it is shown: a text stands in its place. */
	TEXT

}

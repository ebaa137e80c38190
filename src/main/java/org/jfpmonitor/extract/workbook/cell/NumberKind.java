package org.jfpmonitor.extract.workbook.cell;

/** What a number format says that the number of a cell is. */
enum NumberKind {

	NUMBER, PERCENT,
	/** One that counts hundredths already, with the sign as a text beside it. */
	NUMBER_WITH_SIGN,
	/** One that is shown in thousands or other multiples, as the text behind it says. */
	NUMBER_OF_UNITS, DAY,
	/** A day of which nobody sees the year, as where a month was typed. */
	DAY_WITHOUT_YEAR, MONTH, YEAR, TIME,
	/** Nothing of it is shown: a text stands in its place. */
	TEXT

}

package org.jfpmonitor.extract.workbook.cell;

import java.util.Set;

/**
 * What stands in a cell instead of a value: an error such as {@code #REF!}, or a formula
 * whose value was not stored.
 */
public final class CellError {

	/** A formula that no program has worked out yet. */
	public static final String NO_VALUE = "(a formula without a stored value)";

	/** Neither a number nor an error that a spreadsheet knows. */
	public static final String NOT_FINITE = "#NUM!";

	private static final Set<String> ERRORS = Set.of(NO_VALUE, "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?",
			"#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!",
			"#UNKNOWN!");

	private CellError() {
	}

	/** Whether the text of a field stands for an error. */
	public static boolean is(String text) {
		return !text.isEmpty() && (text.charAt(0) == '#' || text.charAt(0) == '(') && ERRORS.contains(text);
	}

}

package org.jfpmonitor.extract.layout;

import java.util.List;

import org.jfpmonitor.calendar.Cadence;
import org.jspecify.annotations.Nullable;

/**
 * How the period of a row is found.
 *
 * @param form where it stands and how it is written
 * @param columns the ids of the columns that hold it, in the order the form asks for
 * @param label for {@link Form#PREAMBLE}: the label beside which it stands, as written;
 * empty for anywhere
 * @param as the length of the periods: the one that the last day found lies in; null for
 * the period exactly as found
 * @param orAsAbove whether a line that names no period has that of the line above
 */
public record PeriodRule(Form form, List<String> columns, String label, @Nullable Cadence as, boolean orAsAbove) {

	public PeriodRule {
		columns = List.copyOf(columns);
	}

	/** Where a period stands and how it is written. */
	public enum Form {

		/** One column that names it in any of the usual ways. */
		NAMED,
		/** A calendar year and a month. */
		YEAR_AND_MONTH,
		/** A financial year and the number of its quarter. */
		QUARTER,
		/** A financial year and the month in which the quarter ends. */
		QUARTER_ENDING,
		/** A financial year. */
		FINANCIAL_YEAR,
		/** The first and the last day, both included. */
		FIRST_AND_LAST,
		/** The first day; the measure says how long the period is. */
		STARTING,
		/** A cell above the header. */
		PREAMBLE,
		/** The name of the file. */
		FILE_NAME,
		/** The headers of the columns that hold the values. */
		HEADERS,
		/** A heading above the columns of each period, which holds up to the next. */
		ABOVE;

		/** Whether columns are told apart by their periods. */
		public boolean isInHeadings() {
			return this == HEADERS || this == ABOVE;
		}

	}

}

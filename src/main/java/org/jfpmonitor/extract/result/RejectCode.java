package org.jfpmonitor.extract.result;

import java.util.Locale;

/** Why a line was refused. The list is closed: metrics use it as a label. */
public enum RejectCode {

	MISSING_VALUE, NOT_A_NUMBER, NOT_A_DATE, NOT_A_PERIOD, PERIOD_IN_FUTURE, PERIOD_NOT_OF_CADENCE,
	UNKNOWN_ORGANISATION, CLOSED_ORGANISATION, UNKNOWN_MEASURE, UNKNOWN_OBJECTIVE, UNKNOWN_MILESTONE, UNKNOWN_STATUS,
	OUT_OF_RANGE, DUPLICATE_KEY, TOTAL_DIFFERS, WRONG_NUMBER_OF_COLUMNS, UNREADABLE_TEXT, UNREADABLE_LINE, ERROR_VALUE,
	OVERLAPPING_OVERRIDE, UNKNOWN_OVERRIDE, NOT_PERMITTED;

	/** As the store, reject files and metrics write it: {@code not_a_number}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The constant of the code.
	 * @throws IllegalArgumentException when there is none
	 */
	public static RejectCode coded(String code) {
		return valueOf(code.toUpperCase(Locale.ROOT));
	}

}

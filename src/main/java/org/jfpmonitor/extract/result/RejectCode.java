package org.jfpmonitor.extract.result;

import java.util.Locale;

/** Why a line was refused. The list is closed: metrics use it as a label. */
public enum RejectCode {

	MISSING_VALUE("a value is missing"), NOT_A_NUMBER("not a number"), NOT_A_DATE("not a date"),
	NOT_A_PERIOD("not a period"), PERIOD_IN_FUTURE("a period that is not over"),
	PERIOD_NOT_OF_CADENCE("a period of another length than the measure has"),
	UNKNOWN_ORGANISATION("an unknown organisation"), CLOSED_ORGANISATION("a closed organisation"),
	UNKNOWN_MEASURE("an unknown measure"), UNKNOWN_OBJECTIVE("an unknown objective"),
	UNKNOWN_MILESTONE("an unknown milestone"), UNKNOWN_STATUS("an unknown status"), OUT_OF_RANGE("out of range"),
	DUPLICATE_KEY("said by another line already"), TOTAL_DIFFERS("a total that differs from its parts"),
	WRONG_NUMBER_OF_COLUMNS("a wrong number of columns"), UNREADABLE_TEXT("text that cannot be read"),
	UNREADABLE_LINE("a line that cannot be read"), ERROR_VALUE("an error of the spreadsheet in place of a value"),
	OVERLAPPING_OVERRIDE("two statuses set manually for the same days"),
	UNKNOWN_OVERRIDE("a status set manually that is not known"), NOT_PERMITTED("not allowed for its sender"),
	OTHER_FIGURES("other figures than what came about, such as a plan");

	private final String words;

	RejectCode(String words) {
		this.words = words;
	}

	/** As people read it, beginning in lower case: {@code not a number}. */
	public String words() {
		return this.words;
	}

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

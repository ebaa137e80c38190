package org.jfpmonitor.extract.text;

/**
 * One record of a file.
 *
 * @param line the line on which it starts, counting from 1
 * @param fields its fields, never to be changed; none when it is broken
 * @param condition whether its fields can be trusted
 */
@SuppressWarnings("ArrayRecordComponent")
public record TextRecord(long line, String[] fields, Condition condition) {

	/** Whether it has no field that holds anything. */
	public boolean isBlank() {
		if (this.condition == Condition.BROKEN) {
			return false;
		}
		for (String field : this.fields) {
			if (!field.isBlank()) {
				return false;
			}
		}
		return true;
	}

	/** Whether the fields of a record can be trusted. */
	public enum Condition {

		SOUND,
		/** A field holds an error of a spreadsheet, or a formula without a value. */
		WITH_ERRORS,
		/** A field holds a zero byte or the like, or bytes that fit no reading. */
		GARBLED,
		/** It breaks the rules of CSV, so nobody knows its fields. */
		BROKEN

	}

}

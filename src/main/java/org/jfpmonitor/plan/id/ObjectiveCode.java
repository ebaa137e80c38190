package org.jfpmonitor.plan.id;

/**
 * The code of an objective as published: up to twelve letters, digits, dots and hyphens.
 * Codes that differ in capitals only are one code to people, so no plan has both.
 *
 * @param value the text, for example {@code 6b}, {@code 1.1} or {@code WF-3}
 */
public record ObjectiveCode(String value) implements Comparable<ObjectiveCode> {

	public ObjectiveCode {
		if (!isOne(value)) {
			throw new IllegalArgumentException(
					"An objective code is up to 12 letters, digits, dots and hyphens, such as 1a, 1.1 or WF-3; found \""
							+ value + "\"");
		}
	}

	/** Whether the text may be a code. */
	public static boolean isOne(String text) {
		return text.matches("[A-Za-z0-9]([A-Za-z0-9.-]{0,10}[A-Za-z0-9])?");
	}

	public static ObjectiveCode of(String value) {
		return new ObjectiveCode(value);
	}

	@Override
	public int compareTo(ObjectiveCode other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package org.jfpmonitor.plan.id;

/**
 * The code of an objective as published.
 *
 * @param value the text, for example {@code 6b}
 */
public record ObjectiveCode(String value) implements Comparable<ObjectiveCode> {

	public ObjectiveCode {
		if (!value.matches("[0-9]{1,2}[a-z]")) {
			throw new IllegalArgumentException(
					"An objective code is a number and a small letter, such as 6b; found \"" + value + "\"");
		}
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

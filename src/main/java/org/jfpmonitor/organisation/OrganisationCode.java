package org.jfpmonitor.organisation;

import java.util.regex.Pattern;

/**
 * The ODS code of an organisation, in capitals: {@code QMM}, {@code RM1}.
 *
 * @param value the code
 */
public record OrganisationCode(String value) implements Comparable<OrganisationCode> {

	private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,9}");

	public OrganisationCode {
		if (!isCode(value)) {
			throw new IllegalArgumentException(
					"An organisation code is 3 to 9 capital letters and digits; found \"" + value + "\"");
		}
	}

	public static OrganisationCode of(String value) {
		return new OrganisationCode(value);
	}

	/** Whether the text can be the code of an organisation, known or not. */
	public static boolean isCode(String text) {
		return FORM.matcher(text).matches();
	}

	@Override
	public int compareTo(OrganisationCode other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

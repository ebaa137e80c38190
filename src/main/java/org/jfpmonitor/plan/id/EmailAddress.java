package org.jfpmonitor.plan.id;

/**
 * One mail address, checked for shape: no spaces, line breaks or lists.
 *
 * @param value the address, for example {@code uec-lead@example.org}
 */
public record EmailAddress(String value) {

	public EmailAddress {
		if (!value.matches("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")) {
			throw new IllegalArgumentException("A mail address looks like name@example.org; found \"" + value + "\"");
		}
	}

	public static EmailAddress of(String value) {
		return new EmailAddress(value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

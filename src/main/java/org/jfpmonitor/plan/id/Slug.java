package org.jfpmonitor.plan.id;

import java.util.regex.Pattern;

/** How the names are spelt that files, labels and addresses use. */
final class Slug {

	/** Compiled once: a page reads tens of thousands of them from the store. */
	private static final Pattern FORM = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

	private Slug() {
	}

	/**
	 * Refuses what is not spelt so.
	 * @param what what it names, for example {@code measure}
	 * @throws IllegalArgumentException when it is not
	 */
	static void check(String what, String text) {
		if (!FORM.matcher(text).matches()) {
			throw new IllegalArgumentException(
					"A " + what + " id is small letters, digits and hyphens; found \"" + text + "\"");
		}
	}

}

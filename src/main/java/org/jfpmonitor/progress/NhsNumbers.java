package org.jfpmonitor.progress;

import java.util.regex.Pattern;

/** NHS numbers: ten digits, of which the last follows from the others. */
public final class NhsNumbers {

	private static final int DIGITS = 10;

	private static final int MODULUS = 11;

	private static final Pattern WRITTEN = Pattern.compile("(?<![0-9])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9])");

	/** A day and an hour, such as {@code 2026030114}; no NHS number begins so. */
	private static final Pattern HOUR = Pattern
		.compile("20[2-9][0-9](?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{2}");

	/** In a name, an underscore is a space. */
	private static final Pattern IN_FILE_NAME = Pattern
		.compile("(?<![0-9])[0-9]{3}[ _.-]?[0-9]{3}[ _.-]?[0-9]{4}(?![0-9])");

	private NhsNumbers() {
	}

	/** Whether one stands in the text. */
	public static boolean areIn(String text) {
		return hasDigits(text) && !hidden(text).equals(text);
	}

	/** Most fields of a file have too few, which is soon seen. */
	private static boolean hasDigits(String text) {
		int digits = 0;
		for (int i = 0; i < text.length() && text.length() >= DIGITS && digits < DIGITS; i++) {
			digits += (text.charAt(i) >= '0' && text.charAt(i) <= '9') ? 1 : 0;
		}
		return digits == DIGITS;
	}

	/** The text with other words for each NHS number in it. */
	public static String hidden(String text) {
		return replaced(WRITTEN, text, "(an NHS number)");
	}

	/**
	 * The name of a file with other words, which every system takes, for each NHS number
	 * in it. A day and an hour in ten digits stay: they say what the file is about.
	 */
	public static String hiddenInFileName(String name) {
		return replaced(IN_FILE_NAME, name, "nhs-number-removed");
	}

	private static String replaced(Pattern written, String text, String by) {
		return written.matcher(text)
			.replaceAll(
					(found) -> isValid(found.group()) && !HOUR.matcher(found.group()).matches() ? by : found.group());
	}

	private static boolean isValid(String text) {
		String digits = text.replaceAll("[^0-9]", "");
		int sum = 0;
		for (int i = 0; i < DIGITS - 1; i++) {
			sum += (DIGITS - i) * (digits.charAt(i) - '0');
		}
		int check = (MODULUS - sum % MODULUS) % MODULUS;
		return check == digits.charAt(DIGITS - 1) - '0';
	}

}

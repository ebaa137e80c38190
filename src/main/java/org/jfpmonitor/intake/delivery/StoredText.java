package org.jfpmonitor.intake.delivery;

/** Text from outside as PostgreSQL can keep it. */
public final class StoredText {

	private StoredText() {
	}

	/**
	 * The text with the replacement character for what no text column takes: NUL and
	 * surrogates without their other half.
	 */
	public static String of(String text) {
		if (text.codePoints().noneMatch(StoredText::isUnstorable)) {
			return text;
		}
		StringBuilder storable = new StringBuilder(text.length());
		text.codePoints().forEach((each) -> storable.appendCodePoint(isUnstorable(each) ? '\uFFFD' : each));
		return storable.toString();
	}

	private static boolean isUnstorable(int character) {
		return character == 0 || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
	}

}

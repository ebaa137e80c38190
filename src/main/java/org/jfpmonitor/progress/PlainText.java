package org.jfpmonitor.progress;

import java.util.regex.Pattern;

/** Text that people write, as a store, a page and every kind of document can take it. */
public final class PlainText {

	private static final Pattern ENDED = Pattern.compile("[.!?\u2026][\"'\u2019\u201d)]*$");

	private PlainText() {
	}

	/**
	 * Whether a character stands in it that no document can take, or one that turns round
	 * what stands beside it; line breaks and tabs can stand.
	 */
	public static boolean hasUnwritable(String text) {
		return text.codePoints().anyMatch(PlainText::isUnwritable);
	}

	/** The text with the replacement character for each such character. */
	public static String writable(String text) {
		if (!hasUnwritable(text)) {
			return text;
		}
		StringBuilder writable = new StringBuilder(text.length());
		text.codePoints().forEach((each) -> writable.appendCodePoint(isUnwritable(each) ? '\uFFFD' : each));
		return writable.toString();
	}

	/**
	 * The text as what a sentence ends with: with a full stop, unless it ends one itself.
	 */
	public static String ended(String text) {
		String stripped = text.stripTrailing();
		return (stripped.isEmpty() || ENDED.matcher(stripped).find()) ? stripped : stripped + ".";
	}

	/** Whether nothing of it can be seen: blanks and marks without a width alone. */
	public static boolean isInvisible(String text) {
		return text.codePoints()
			.allMatch((each) -> Character.isWhitespace(each) || Character.isSpaceChar(each)
					|| Character.getType(each) == Character.FORMAT || isFiller(each));
	}

	/** What XML 1.0 does not allow, what Unicode keeps for itself, and bidi overrides. */
	private static boolean isUnwritable(int character) {
		return isControl(character) || isNoncharacter(character) || isOverride(character)
				|| (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
	}

	private static boolean isControl(int character) {
		return Character.isISOControl(character) && character != '\t' && character != '\n' && character != '\r';
	}

	private static boolean isNoncharacter(int character) {
		return (character & 0xFFFE) == 0xFFFE || (character >= 0xFDD0 && character <= 0xFDEF);
	}

	private static boolean isOverride(int character) {
		return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
	}

	/** Letters and signs that are drawn as nothing. */
	private static boolean isFiller(int character) {
		return character == 0x115F || character == 0x1160 || character == 0x2800 || character == 0x3164
				|| character == 0xFFA0;
	}

}

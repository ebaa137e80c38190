package org.jfpmonitor.extract.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text as it is compared: files spell the same word with other cases, spaces, dashes and
 * invisible characters from month to month.
 */
public final class NormalisedText {

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\uFEFF\\p{Cc}&&[^\\s\\u0085]]");

	private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0\\u0085]+");

	private static final Pattern NOTE = Pattern
		.compile("\\(\\s*(?:see )?(?:notes? )?\\d{1,2}(?:\\s*(?:,|and|&)\\s*\\d{1,2})*\\s*\\)");

	/** Between two digits, or where a pattern has them, a space is part of the name. */
	private static final Pattern IDLE_SPACE = Pattern.compile("(?<![0-9}]) | (?![0-9{])");

	/** Asterisks, daggers and small numbers. */
	private static final String NOTES = "*\u2020\u2021\u00b9\u00b2\u00b3";

	/** {@code RY3 (1)}, {@code RY3 [note 2]}. */
	private static final Pattern NOTE_BEHIND = Pattern.compile("\\s*[\\[(](?:note )?[0-9]{1,2}[\\])]$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern HOURS = Pattern.compile("(?<![a-z])(?:hours?|hrs?|hs)(?![a-z])");

	private static final Pattern AND = Pattern.compile("(?<![a-z])and(?![a-z])");

	private NormalisedText() {
	}

	/**
	 * A field's text: small letters, single spaces, no invisible characters, plain quotes
	 * and dashes.
	 */
	public static String value(String text) {
		if (isPlain(text)) {
			return text;
		}
		return spaced(isPrintable(text) ? text : visible(text)).toLowerCase(Locale.ROOT);
	}

	/**
	 * A code, as {@link #value} gives it, without the signs of notes that publications
	 * put behind it.
	 */
	public static String code(String text) {
		String stripped = NOTE_BEHIND.matcher(text.strip()).replaceFirst("");
		boolean marked = !stripped.isEmpty() && NOTES.indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
		return value(marked ? stripped.replaceFirst("[" + NOTES + "\\s]+$", "") : stripped);
	}

	private static String visible(String text) {
		String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
		folded = INVISIBLE.matcher(folded).replaceAll("");
		return folded.replace('\u2019', '\'').replace('\u2018', '\'').replace('\u2013', '-').replace('\u2014', '-');
	}

	private static String spaced(String text) {
		return SPACE.matcher(text).replaceAll(" ").strip();
	}

	/**
	 * A column's name: as a field's text, without spaces, underscores, asterisks and
	 * notes such as {@code (see note 1)}, and with one spelling of "organisation",
	 * "hours" and "and". To be compared, not to be shown.
	 */
	public static String header(String name) {
		String folded = value(name).replace('_', ' ').replace("*", "");
		folded = with("(", NOTE, " ", folded);
		folded = with("h", HOURS, "hrs", folded);
		folded = with("and", AND, "&", folded).replace("organisation", "org").replace("organization", "org");
		return with(" ", IDLE_SPACE, "", spaced(folded));
	}

	/**
	 * The text with what the pattern finds replaced.
	 * @param part of all that the pattern finds: most texts are told by it
	 */
	private static String with(String part, Pattern pattern, String replacement, String text) {
		return text.contains(part) ? pattern.matcher(text).replaceAll(replacement) : text;
	}

	/**
	 * Whether it is the column's name. Most fields of a file are told from it by their
	 * first character.
	 * @param folded the name as {@link #header} gives it
	 */
	public static boolean isHeader(String text, String folded) {
		if (!text.isEmpty() && !folded.isEmpty() && isAscii(text.charAt(0)) && isAscii(folded.charAt(0))
				&& Character.toLowerCase(text.charAt(0)) != folded.charAt(0)) {
			return false;
		}
		return header(text).equals(folded);
	}

	/** Whether it is ASCII, which has one form, and nothing in it is invisible. */
	private static boolean isPrintable(String text) {
		return text.chars().allMatch((each) -> each >= ' ' && each < 127);
	}

	private static boolean isAscii(char each) {
		return each < 128 && Character.isLetterOrDigit(each);
	}

	private static boolean isPlain(String text) {
		boolean afterSpace = true;
		for (int i = 0; i < text.length(); i++) {
			char each = text.charAt(i);
			boolean plain = (each >= 'a' && each <= 'z') || (each >= '0' && each <= '9') || each == '-' || each == '_'
					|| (each == ' ' && !afterSpace);
			if (!plain) {
				return false;
			}
			afterSpace = each == ' ';
		}
		return text.isEmpty() || !afterSpace;
	}

}

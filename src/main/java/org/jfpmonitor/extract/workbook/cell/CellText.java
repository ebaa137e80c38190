package org.jfpmonitor.extract.workbook.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts as the cells of an {@code .xlsx} hold them. */
public final class CellText {

	/** What XML cannot hold is written as {@code _x000D_}. */
	private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private static final int MOST_DIGITS = 15;

	private CellText() {
	}

	/** The text with its escaped characters. */
	public static String unescaped(String text) {
		if (text.indexOf("_x") < 0) {
			return text;
		}
		return ESCAPED.matcher(text)
			.replaceAll((found) -> Matcher
				.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
	}

	/** Whether a number needs no other form: digits, as nearly all are. */
	public static boolean isPlainWhole(String number) {
		int length = number.length();
		if (length == 0 || length > MOST_DIGITS || (length > 1 && number.charAt(0) == '0')) {
			return false;
		}
		for (int i = 0; i < length; i++) {
			if (number.charAt(i) < '0' || number.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

}

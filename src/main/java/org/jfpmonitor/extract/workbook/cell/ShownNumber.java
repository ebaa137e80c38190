package org.jfpmonitor.extract.workbook.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of an {@code .ods}, whose cells hold what they show beside what they are. What
 * is shown decides whether the number is one to people, and only that.
 */
public final class ShownNumber {

	private static final Pattern DIGIT = Pattern.compile("[0-9]");

	/** What stands for a number in a column that is too narrow. */
	private static final Pattern TOO_NARROW = Pattern.compile("\\s*#*\\s*");

	private static final Pattern WITH_ZEROS = Pattern.compile("0[0-9]{1,17}");

	private static final Pattern WITH_SIGN = Pattern.compile("(-?[0-9]{1,15}(?:\\.[0-9]{1,15})?)\\s*%");

	private ShownNumber() {
	}

	/**
	 * The number as text.
	 * @param number as the cell stores it
	 * @param shown what the cell shows; empty where its writer does not say
	 * @param percentage whether the cell says that it is a percentage
	 */
	public static String text(double number, String shown, boolean percentage) {
		String plain = (percentage ? CellFormat.PERCENTAGE : CellFormat.PLAIN).text(number, false);
		if (!DIGIT.matcher(shown).find()) {
			boolean says = !TOO_NARROW.matcher(shown).matches() && !(number == 0 && CellFormat.isDash(shown));
			return says ? shown.strip() : plain;
		}
		String seen = shown.strip();
		if (WITH_ZEROS.matcher(seen).matches() && new BigDecimal(seen).compareTo(BigDecimal.valueOf(number)) == 0) {
			return seen;
		}
		return isSignBeside(number, seen, percentage) ? CellFormat.PLAIN.text(number, false) + "%" : plain;
	}

	/** Whether the sign stands beside hundredths and does not multiply the number. */
	private static boolean isSignBeside(double number, String shown, boolean percentage) {
		Matcher sign = WITH_SIGN.matcher(shown);
		if (!sign.matches()) {
			return false;
		}
		return !percentage || (isRounded(number, sign.group(1)) && !isRounded(number * 100, sign.group(1)));
	}

	private static boolean isRounded(double number, String shown) {
		BigDecimal written = new BigDecimal(shown);
		return BigDecimal.valueOf(number).setScale(written.scale(), RoundingMode.HALF_UP).compareTo(written) == 0;
	}

}

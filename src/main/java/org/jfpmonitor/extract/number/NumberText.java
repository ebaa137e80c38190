package org.jfpmonitor.extract.number;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as files write it: thousands separators in their places, a point before
 * decimals, brackets or a minus for what is negative, a percent sign or a pound sign.
 * Exponents are refused, because a spreadsheet that writes them has rounded.
 *
 * @param value the number without signs of what it counts
 * @param percent whether it had a percent sign
 * @param pound whether it had a pound sign
 */
public record NumberText(BigDecimal value, boolean percent, boolean pound) {

	private static final int MOST_DIGITS = 30;

	/** The number that the text is; empty when it is none. */
	public static Optional<NumberText> parse(String text) {
		String trimmed = strip(text);
		boolean percent = trimmed.endsWith("%");
		String number = percent ? strip(trimmed.substring(0, trimmed.length() - 1)) : trimmed;
		boolean bracketed = number.length() > 2 && number.startsWith("(") && number.endsWith(")");
		if (bracketed) {
			number = strip(number.substring(1, number.length() - 1));
		}
		boolean pound = number.startsWith("£") || number.startsWith("-£");
		if (pound) {
			number = strip(number.replaceFirst("£", ""));
		}
		String plain = withoutSeparators(number).orElse("");
		if (plain.isEmpty() || (bracketed && plain.startsWith("-")) || (pound && percent)) {
			return Optional.empty();
		}
		BigDecimal value = new BigDecimal(plain);
		return Optional.of(new NumberText(bracketed ? value.negate() : value, percent, pound));
	}

	private static String strip(String text) {
		return text.replace('\u00A0', ' ').strip();
	}

	/** The digits, sign and point of a well-formed number; empty for anything else. */
	private static Optional<String> withoutSeparators(String number) {
		int start = (number.startsWith("-") || number.startsWith("+")) ? 1 : 0;
		int point = number.indexOf('.');
		int end = (point >= 0) ? point : number.length();
		String whole = number.substring(start, end);
		String decimals = (point >= 0) ? number.substring(point + 1) : "";
		boolean grouped = whole.indexOf(',') >= 0;
		if (grouped && !isGrouped(whole)) {
			return Optional.empty();
		}
		String digits = grouped ? whole.replace(",", "") : whole;
		boolean empty = digits.isEmpty() && decimals.isEmpty();
		if (empty || !isDigits(digits) || !isDigits(decimals) || digits.length() + decimals.length() > MOST_DIGITS
				|| (point >= 0 && decimals.isEmpty() && digits.isEmpty())) {
			return Optional.empty();
		}
		String sign = number.startsWith("-") ? "-" : "";
		return Optional.of(sign + (digits.isEmpty() ? "0" : digits) + (decimals.isEmpty() ? "" : "." + decimals));
	}

	private static boolean isGrouped(String whole) {
		String[] groups = whole.split(",", -1);
		if (groups[0].isEmpty() || groups[0].length() > 3 || groups[0].startsWith("0")) {
			return false; // 0,729 is a decimal one
		}
		for (int i = 1; i < groups.length; i++) {
			if (groups[i].length() != 3) {
				return false;
			}
		}
		return true;
	}

	private static boolean isDigits(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

}

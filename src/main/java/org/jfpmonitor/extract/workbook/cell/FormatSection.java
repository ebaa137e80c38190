package org.jfpmonitor.extract.workbook.cell;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One of the forms that a number format has, such as that for negative numbers.
 *
 * @param kind what it says that a number is
 * @param text its own text, which is all that people see when it shows no number
 * @param places the places for digits where these may show zeros before a whole number,
 * with digits of its own as letters from {@code a}; otherwise empty
 * @param condition for which numbers it is, where it says so
 */
record FormatSection(NumberKind kind, String text, String places, @Nullable FormatCondition condition) {

	static final FormatSection NUMBER = new FormatSection(NumberKind.NUMBER, "", "", null);

	static final FormatSection PERCENT = new FormatSection(NumberKind.PERCENT, "", "", null);

	/** The letter that stands for a 0 of the format's own among the places. */
	static final char OWN_ZERO = 'a';

	private static final String PLACES_OF_NUMBER = "0#?";

	/** Whether it stands for a number as it is. */
	boolean isPlain() {
		return this.kind == NumberKind.NUMBER && this.places.isEmpty() && this.condition == null;
	}

	/**
	 * Whether a number is shown by it.
	 * @param position which of the sections it is, counting from 0
	 * @param sections how many there are
	 */
	boolean isFor(double number, int position, int sections) {
		if (this.condition != null) {
			return this.condition.holds(number);
		}
		if (position == sections - 1) {
			return true;
		}
		return (position == 1) ? number < 0 : (sections == 2) ? number >= 0 : number > 0;
	}

	/** A whole number, at least 0, with the zeros before it that people see. */
	String padded(String whole) {
		StringBuilder backwards = new StringBuilder();
		int left = whole.length();
		int first = firstPlace();
		for (int i = this.places.length() - 1; i >= 0; i--) {
			char place = this.places.charAt(i);
			if (place >= OWN_ZERO) {
				backwards.append((char) (place - OWN_ZERO + '0'));
			}
			else if (left > 0) {
				int upTo = (i == first) ? 0 : left - 1;
				backwards.append(new StringBuilder(whole.substring(upTo, left)).reverse());
				left = upTo;
			}
			else if (place == '0') {
				backwards.append('0');
			}
		}
		return backwards.reverse().toString();
	}

	private int firstPlace() {
		int first = 0;
		while (PLACES_OF_NUMBER.indexOf(this.places.charAt(first)) < 0) {
			first++;
		}
		return first;
	}

	/**
	 * Which numbers a section is for.
	 *
	 * @param comparison one of {@code < <= = <> >= >}
	 * @param bound what numbers are compared with
	 */
	record FormatCondition(String comparison, double bound) {

		private static final Pattern WRITTEN = Pattern
			.compile("(<=|>=|<>|<|>|=)\\s*(-?[0-9]{1,15}(?:\\.[0-9]{1,15})?)");

		/** The condition between the brackets; null when it is none. */
		static @Nullable FormatCondition of(String written) {
			Matcher matcher = WRITTEN.matcher(written.strip());
			return matcher.matches() ? new FormatCondition(matcher.group(1), Double.parseDouble(matcher.group(2)))
					: null;
		}

		boolean holds(double number) {
			return switch (this.comparison) {
				case "<" -> number < this.bound;
				case "<=" -> number <= this.bound;
				case ">" -> number > this.bound;
				case ">=" -> number >= this.bound;
				case "=" -> number == this.bound;
				default -> number != this.bound;
			};
		}

	}

}

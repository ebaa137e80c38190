package org.jfpmonitor.extract.result;

import org.jfpmonitor.observation.Place;

/**
 * One line of an extract that was refused.
 *
 * @param place the line, or the cell
 * @param code which rule refused it, from a closed list
 * @param column the column's name as the file spells it, or empty when the whole line is
 * at fault
 * @param found what stood there; empty where the layout does not say that the column is
 * safe to show
 * @param expected what should have stood there, in words
 */
public record Reject(Place place, RejectCode code, String column, String found, String expected) {

	private static final int LONGEST_QUOTE = 100;

	/**
	 * A text that can be shown: what cannot be seen is spelled out, what is long is cut.
	 */
	public static String legible(String text) {
		StringBuilder legible = new StringBuilder();
		for (int i = 0; i < text.length() && legible.length() < LONGEST_QUOTE; i++) {
			char each = text.charAt(i);
			int type = Character.getType(each);
			boolean hidden = type == Character.CONTROL || type == Character.FORMAT || type == Character.UNASSIGNED
					|| type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
					|| type == Character.PRIVATE_USE;
			legible.append(hidden ? String.format("\\u%04X", (int) each) : String.valueOf(each));
		}
		return (legible.length() < LONGEST_QUOTE) ? legible.toString() : legible + "...";
	}

}

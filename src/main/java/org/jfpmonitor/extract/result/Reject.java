package org.jfpmonitor.extract.result;

import org.jfpmonitor.progress.NhsNumbers;
import org.jfpmonitor.observation.Place;

/**
 * One line of an extract that was refused; of a file with small numbers, a kind of fault
 * and how many lines have it.
 *
 * @param place the line, or the cell; the whole file where lines are not told
 * @param code which rule refused it, from a closed list
 * @param column the column's name as the file spells it, or empty when the whole line is
 * at fault
 * @param found what stood there; empty where the layout does not say that the column is
 * safe to show
 * @param expected what should have stood there, in words
 * @param lines how many lines it stands for: one, or rounded
 */
public record Reject(Place place, RejectCode code, String column, String found, String expected, long lines) {

	private static final int LONGEST_QUOTE = 100;

	/** One line. */
	public Reject(Place place, RejectCode code, String column, String found, String expected) {
		this(place, code, column, found, expected, 1);
	}

	/** The same fault, wherever it stands, on so many lines. */
	public Reject anywhere(long lines) {
		return new Reject(Place.wholeFile(), this.code, this.column, this.found, this.expected, lines);
	}

	/**
	 * A text that can be shown: what cannot be seen is spelled out, what is long is cut.
	 * An NHS number is never shown, wherever it stands.
	 */
	public static String legible(String written) {
		String text = NhsNumbers.hidden(written);
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

package org.jfpmonitor.extract.result;

import java.util.function.Consumer;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.row.Header;
import org.jspecify.annotations.Nullable;

/**
 * Hands on each reject as soon as it is known. What stood in a record-level file is kept
 * back unless its column is safe.
 */
public final class Rejects {

	private static final int LONGEST_QUOTE = 100;

	private final Consumer<Reject> reader;

	private final boolean recordLevel;

	private final Header header;

	public Rejects(Consumer<Reject> reader, boolean recordLevel, Header header) {
		this.reader = reader;
		this.recordLevel = recordLevel;
		this.header = header;
	}

	/** A field is at fault. */
	public void field(long line, RejectCode code, Column column, int position, String found, String expected) {
		boolean shown = !this.recordLevel || column.safe();
		this.reader.accept(new Reject(line, code, this.header.name(position), shown ? legible(found) : "", expected));
	}

	/** The whole line is at fault. */
	public void line(long line, RejectCode code, @Nullable String found, String expected) {
		this.reader
			.accept(new Reject(line, code, "", (found == null || this.recordLevel) ? "" : legible(found), expected));
	}

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

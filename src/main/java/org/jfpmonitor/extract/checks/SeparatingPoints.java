package org.jfpmonitor.extract.checks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.result.ExtractRefused;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.row.NumberColumn;
import org.jfpmonitor.extract.row.Row;

/**
 * Points that may separate thousands, as many countries write them: 1.234 may be one
 * thousand two hundred and thirty-four. Where what is counted has parts, as average beds
 * have, some number of the column shows it: 0.5, 12.25 and 4210.125 have no such point.
 */
public final class SeparatingPoints {

	private static final Pattern THOUSANDS = Pattern.compile("[-+(£]*[1-9][0-9]{0,2}(?:\\.[0-9]{3})+\\)?");

	/** Without a separator, or with one that leaves the point to decimals. */
	private static final Pattern LARGE = Pattern.compile("[-+(£]*[0-9]{1,3}(?:[0-9]+|(?:,[0-9]{3})+)\\)?");

	private final FileColumns columns;

	/** By the place of the column. */
	private final Map<Integer, Seen> seen = new TreeMap<>();

	/** Nothing is seen yet. */
	public SeparatingPoints(FileColumns columns) {
		this.columns = columns;
	}

	/**
	 * Takes a number of a row that is used.
	 * @param ofThings whether it counts things, or pounds, of which thousandths are odd
	 */
	public void take(Row row, NumberColumn column, boolean ofThings) {
		String text = row.text(column.position());
		if (text.length() > 3 || text.indexOf('.') >= 0) {
			take(text.strip(), row.line(), this.seen.computeIfAbsent(column.position(), (each) -> new Seen()),
					ofThings);
		}
	}

	private static void take(String text, long line, Seen seen, boolean ofThings) {
		if (text.indexOf('.') < 0) {
			seen.decimals |= LARGE.matcher(text).matches();
		}
		else if (!THOUSANDS.matcher(text).matches()) {
			seen.decimals = true;
		}
		else if (ofThings && seen.line == 0) {
			seen.text = text;
			seen.line = line;
		}
	}

	/**
	 * Refuses a file in which nothing shows what such points are.
	 * @throws ExtractRefused with each column of which that is so
	 */
	public void refuse() {
		List<String> faults = this.seen.entrySet()
			.stream()
			.filter((each) -> each.getValue().line > 0 && !each.getValue().decimals)
			.map((each) -> fault(each.getKey(), each.getValue()))
			.toList();
		if (!faults.isEmpty()) {
			throw new ExtractRefused(faults);
		}
	}

	private String fault(int position, Seen seen) {
		boolean shown = !this.columns.layout().isConfidential();
		return this.columns.asBeginning(seen.line, position) + ", column \"" + this.columns.header().wholeName(position)
				+ "\": expected a count, found " + (shown ? Reject.legible(seen.text) : "one with a point")
				+ ", of which the point may stand between thousands: every point of the column stands before three digits."
				+ " Save the file without separators of thousands, such as 1234; if they are decimals, write more or fewer of"
				+ " them, such as 1.2340.";
	}

	/** What a column has shown so far. */
	private static final class Seen {

		private String text = "";

		/** 0 where no number may be of thousands. */
		private long line;

		private boolean decimals;

	}

}

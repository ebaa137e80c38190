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
import org.jspecify.annotations.Nullable;

/**
 * What stands between the digits of numbers. Points may separate thousands, as many
 * countries write them: 1.234 may be one thousand two hundred and thirty-four. Where
 * points are decimal ones, some number of the file shows it, as 0.5, 12.25 and 4210.125
 * do; and a layout may say that a column has decimals. The numbers of a workbook have no
 * separators. A count that has a part is odd all the same: it may be a share, or
 * thousands. Commas separate thousands here; where one can only be a decimal one, as in
 * 71,3, so may be those of 1,234.
 */
public final class Separators {

	private static final Pattern THOUSANDS = Pattern.compile("[-+(£]*[1-9][0-9]{0,2}(?:\\.[0-9]{3})+\\)?");

	private static final Pattern COMMA_OF_THOUSANDS = Pattern.compile("[-+(£]*[1-9][0-9]{0,2},[0-9]{3}[)%]*");

	private static final Pattern DECIMAL_COMMA = Pattern
		.compile("[-+(£]*(?:0[0-9]*,[0-9]+|[0-9]+,(?:[0-9]{1,2}|[0-9]{4,}))[)%]*");

	private final FileColumns columns;

	/** The first number of each column, by its place, that may be one of thousands. */
	private final Map<Integer, MayBeThousands> seen = new TreeMap<>();

	/** The first count of each column that has a part. */
	private final Map<Integer, MayBeThousands> parts = new TreeMap<>();

	/** The first numbers of the file with a comma of each kind; null for none. */
	private @Nullable String commaOfThousands;

	private @Nullable String decimalComma;

	/** Whether a point of the file can only be a decimal one. */
	private boolean decimal;

	/** Nothing is seen yet. */
	public Separators(FileColumns columns) {
		this.columns = columns;
	}

	/**
	 * Takes a number of a row that is used.
	 * @param ofThings whether it counts things, or pounds, of which thousandths are odd
	 * @param ofPounds whether these are pounds, which have pence
	 */
	public void take(Row row, NumberColumn column, boolean ofThings, boolean ofPounds) {
		String text = row.text(column.position());
		takeComma(text);
		if (text.indexOf('.') < 0 || !row.number(column).isNumber()) {
			return;
		}
		if (ofThings && !ofPounds && !column.hasDecimals()
				&& row.number(column).value().stripTrailingZeros().scale() > 0) {
			this.parts.putIfAbsent(column.position(), new MayBeThousands(text.strip(), row.line()));
		}
		if (this.columns.areOfASheet()) {
			return;
		}
		String number = text.strip();
		if (!THOUSANDS.matcher(number).matches()) {
			this.decimal = true;
		}
		else if (ofThings && !column.hasDecimals()) {
			this.seen.putIfAbsent(column.position(), new MayBeThousands(number, row.line()));
		}
	}

	private void takeComma(String text) {
		if (text.indexOf(',') < 0) {
			return;
		}
		String number = text.strip();
		if (this.commaOfThousands == null && COMMA_OF_THOUSANDS.matcher(number).matches()) {
			this.commaOfThousands = number;
		}
		if (this.decimalComma == null && DECIMAL_COMMA.matcher(number).matches()) {
			this.decimalComma = number;
		}
	}

	/**
	 * Refuses a file in which nothing shows what such points are, or in which commas are
	 * both.
	 * @throws ExtractRefused with each column of which that is so
	 */
	public void refuse() {
		if (this.commaOfThousands != null && this.decimalComma != null) {
			boolean shown = !this.columns.layout().isConfidential();
			throw new ExtractRefused(List.of("Expected commas between thousands alone, found "
					+ (shown ? Reject.legible(this.decimalComma) + " beside " + Reject.legible(this.commaOfThousands)
							: "decimal ones beside them")
					+ ". Save the file with decimal points, and without separators of thousands."));
		}
		if (this.decimal || this.seen.isEmpty()) {
			return;
		}
		throw new ExtractRefused(
				this.seen.entrySet().stream().map((each) -> fault(each.getKey(), each.getValue())).toList());
	}

	/** Columns of counts that have parts, each in a sentence. */
	public List<String> warnings() {
		boolean shown = !this.columns.layout().isConfidential();
		return this.parts.entrySet()
			.stream()
			.map((each) -> this.columns.asBeginning(each.getValue().line, each.getKey()) + ", column \""
					+ this.columns.header().wholeName(each.getKey()) + "\": expected a count, found "
					+ (shown ? Reject.legible(each.getValue().text) : "one with a part")
					+ ", which has a part. If it is a share, or counts thousands, the figures are wrong; if such numbers"
					+ " have parts, say \"decimals: true\" of the column in the layout.")
			.toList();
	}

	private String fault(int position, MayBeThousands seen) {
		boolean shown = !this.columns.layout().isConfidential();
		return this.columns.asBeginning(seen.line, position) + ", column \"" + this.columns.header().wholeName(position)
				+ "\": expected a count, found " + (shown ? Reject.legible(seen.text) : "one with a point")
				+ ", of which the point may stand between thousands, as every point of the file stands before three digits."
				+ " Save the file without separators of thousands, such as 1234; if they are decimals, say \"decimals: true\" of"
				+ " the column in the layout, or write more or fewer of them, such as 1.2340.";
	}

	/** A number with a point before three digits, and the line it is on. */
	private record MayBeThousands(String text, long line) {

	}

}

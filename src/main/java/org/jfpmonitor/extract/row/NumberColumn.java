package org.jfpmonitor.extract.row;

import org.jfpmonitor.extract.number.NumberSigns;
import org.jfpmonitor.extract.number.NumberText;
import org.jfpmonitor.extract.number.NumberField;
import java.math.BigDecimal;
import java.util.Optional;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;

/** A column of one file that holds numbers. */
public final class NumberColumn {

	private static final int MOST_FAST_DIGITS = 18;

	private final Column column;

	private final int position;

	private final NumberSigns signs;

	private final boolean digitsMayMark;

	/** The column at the position, counting from 0. */
	public NumberColumn(Column column, int position, NumberSigns signs) {
		this.column = column;
		this.position = position;
		this.signs = signs;
		this.digitsMayMark = column.markers().keySet().stream().anyMatch((text) -> NumberText.parse(text).isPresent());
	}

	/** Whether its numbers have parts, as the layout says. */
	public boolean hasDecimals() {
		return this.column.decimals();
	}

	/** Where it is, counting from 0. */
	public int position() {
		return this.position;
	}

	/** Nearly all fields are a few digits, which need nothing but themselves. */
	NumberField parse(String text) {
		int length = text.length();
		if (length == 0 || length > MOST_FAST_DIGITS || this.digitsMayMark) {
			return parseSlowly(text);
		}
		long value = 0;
		for (int i = 0; i < length; i++) {
			int digit = text.charAt(i) - '0';
			if (digit < 0 || digit > 9) {
				return parseSlowly(text);
			}
			value = value * 10 + digit;
		}
		return NumberField.whole(value);
	}

	private NumberField parseSlowly(String text) {
		Column.Marker marker = this.column.marker(text);
		if (marker != null) {
			return (marker == Column.Marker.ZERO) ? NumberField.whole(0) : NumberField.marked(marker);
		}
		Optional<NumberText> number = NumberText.parse(text);
		BigDecimal percent = this.signs.percentIs();
		if (number.isEmpty() || (number.get().percent() && percent == null)
				|| (number.get().pound() && !this.signs.pound())) {
			return NumberField.UNREADABLE;
		}
		BigDecimal value = (number.get().percent() && percent != null) ? number.get().value().multiply(percent)
				: number.get().value();
		boolean whole = value.scale() <= 0 && value.precision() - value.scale() <= MOST_FAST_DIGITS;
		return whole ? NumberField.whole(value.longValueExact()) : NumberField.exact(value);
	}

	/**
	 * Why a row is refused in which the number is unreadable, or negative and cannot be.
	 */
	public Reject reject(Row row, Rejects rejects) {
		if (row.number(this).isNumber()) {
			return rejects.of(row, RejectCode.OUT_OF_RANGE, this.column, this.position, "0 or more");
		}
		boolean blank = row.text(this.position).isBlank();
		String expected = (this.signs.percentIs() != null) ? "a number or a percentage" : "a number";
		return rejects.of(row, blank ? RejectCode.MISSING_VALUE : RejectCode.NOT_A_NUMBER, this.column, this.position,
				expected);
	}

}

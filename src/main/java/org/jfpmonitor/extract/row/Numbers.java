package org.jfpmonitor.extract.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.Rejects;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the current row. Each is parsed when it is first asked for, once a row,
 * and whole numbers without allocating anything.
 */
public final class Numbers {

	/** A number; {@link #whole} holds it. */
	public static final byte WHOLE = 1;

	/** A number; {@link #exact} holds it. */
	public static final byte EXACT = 2;

	/** The text is a marker, see {@link #marker}. */
	public static final byte MARKED = 3;

	/** The text is neither. */
	public static final byte FAULTY = 4;

	private static final byte UNREAD = 0;

	private static final int MOST_FAST_DIGITS = 18;

	private final List<Slot> building = new ArrayList<>();

	private Slot[] slots = {};

	private byte[] states = {};

	private long[] wholes = {};

	private BigDecimal[] exacts = {};

	private Column.Marker[] markers = {};

	/** Positions of the current row that were rejected; once is enough. */
	private final Set<Integer> rejected = new HashSet<>();

	private String[] row = {};

	/**
	 * A number to be asked for.
	 * @param percentIs what one percent is: 1 where percent is the unit, 0.01 where
	 * ratios are, null where a percent sign is a mistake
	 */
	public int slot(Column column, int position, @Nullable BigDecimal percentIs) {
		Slot slot = new Slot(column, position, percentIs, hasNumericMarker(column));
		int known = this.building.indexOf(slot);
		if (known >= 0) {
			return known;
		}
		this.building.add(slot);
		int size = this.building.size();
		this.slots = this.building.toArray(new Slot[0]);
		this.states = new byte[size];
		this.wholes = new long[size];
		this.exacts = new BigDecimal[size];
		this.markers = new Column.Marker[size];
		return size - 1;
	}

	/** Whether any number asked for stands in the column. */
	public boolean uses(int position) {
		return this.building.stream().anyMatch((slot) -> slot.position == position);
	}

	private static boolean hasNumericMarker(Column column) {
		return column.markers().keySet().stream().anyMatch((text) -> NumberText.parse(text).isPresent());
	}

	/** Turns to the next row. */
	public void turnTo(String[] next) {
		this.row = next;
		Arrays.fill(this.states, UNREAD);
		if (!this.rejected.isEmpty()) {
			this.rejected.clear();
		}
	}

	/** What stands in the slot. */
	public byte read(int slot) {
		byte state = this.states[slot];
		if (state == UNREAD) {
			state = parse(slot);
			this.states[slot] = state;
		}
		return state;
	}

	private byte parse(int slot) {
		Slot asked = this.slots[slot];
		String text = this.row[asked.position];
		int length = text.length();
		if (length > 0 && length <= MOST_FAST_DIGITS && !asked.numericMarker) {
			long value = 0;
			int i = 0;
			for (; i < length; i++) {
				int digit = text.charAt(i) - '0';
				if (digit < 0 || digit > 9) {
					break;
				}
				value = value * 10 + digit;
			}
			if (i == length) {
				this.wholes[slot] = value;
				return WHOLE;
			}
		}
		return parseSlowly(slot, asked, text);
	}

	private byte parseSlowly(int slot, Slot asked, String text) {
		Column.Marker marker = asked.column.marker(text);
		if (marker == Column.Marker.ZERO) {
			this.wholes[slot] = 0;
			return WHOLE;
		}
		if (marker != null) {
			this.markers[slot] = marker;
			return MARKED;
		}
		NumberText number = NumberText.parse(text).orElse(null);
		if (number == null || (number.percent() && asked.percentIs == null)) {
			return FAULTY;
		}
		BigDecimal percentIs = asked.percentIs;
		BigDecimal value = (number.percent() && percentIs != null) ? number.value().multiply(percentIs)
				: number.value();
		if (value.scale() <= 0 && value.precision() <= MOST_FAST_DIGITS) {
			this.wholes[slot] = value.longValueExact();
			return WHOLE;
		}
		this.exacts[slot] = value;
		return EXACT;
	}

	/** After {@link #WHOLE}. */
	public long whole(int slot) {
		return this.wholes[slot];
	}

	/** After {@link #WHOLE} or {@link #EXACT}. */
	public BigDecimal exact(int slot) {
		return (this.states[slot] == WHOLE) ? BigDecimal.valueOf(this.wholes[slot]) : this.exacts[slot];
	}

	/** After {@link #MARKED}. */
	public Column.Marker marker(int slot) {
		return this.markers[slot];
	}

	/** After {@link #FAULTY}: takes down why, once for each field of a row. */
	public void reject(int slot, long line, Rejects rejects) {
		Slot asked = this.slots[slot];
		if (!this.rejected.add(asked.position)) {
			return;
		}
		String text = this.row[asked.position];
		boolean blank = text.isBlank();
		String expected = (asked.percentIs != null) ? "a number or a percentage" : "a number";
		rejects.field(line, blank ? RejectCode.MISSING_VALUE : RejectCode.NOT_A_NUMBER, asked.column, asked.position,
				text, expected);
	}

	private record Slot(Column column, int position, @Nullable BigDecimal percentIs, boolean numericMarker) {

	}

}

package org.jfpmonitor.extract.number;

import java.math.BigDecimal;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.Column.Marker;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a field where a number should: a number, a marker in its place, or
 * neither.
 */
public final class NumberField {

	/** Neither a number nor a marker. */
	public static final NumberField UNREADABLE = new NumberField(0, null, null);

	private static final BigDecimal WHOLE = new BigDecimal("0");

	private static final NumberField[] SMALL = new NumberField[1024];

	static {
		for (int i = 0; i < SMALL.length; i++) {
			SMALL[i] = new NumberField(i, WHOLE, null);
		}
	}

	private final long whole;

	/** The number; {@link #WHOLE} itself when {@link #whole} holds it. */
	private final @Nullable BigDecimal number;

	private final Column.@Nullable Marker marker;

	private NumberField(long whole, @Nullable BigDecimal number, Column.@Nullable Marker marker) {
		this.whole = whole;
		this.number = number;
		this.marker = marker;
	}

	/** A whole number of at most 18 digits. */
	public static NumberField whole(long number) {
		return (number >= 0 && number < SMALL.length) ? SMALL[(int) number] : new NumberField(number, WHOLE, null);
	}

	/** Any number. */
	public static NumberField exact(BigDecimal number) {
		return new NumberField(0, number, null);
	}

	/** A marker where a number should be. */
	public static NumberField marked(Column.Marker marker) {
		return new NumberField(0, null, marker);
	}

	/** Whether it is a number. */
	public boolean isNumber() {
		return this.number != null;
	}

	/** Whether it is a whole number of at most 18 digits. */
	@SuppressWarnings("ReferenceEquality")
	public boolean isWhole() {
		return this.number == WHOLE;
	}

	/** Whether it is a number below 0. */
	public boolean isNegative() {
		return this.whole < 0 || (this.number != null && this.number.signum() < 0);
	}

	/** Whether it is neither a number nor a marker. */
	public boolean isUnreadable() {
		return this.number == null && this.marker == null;
	}

	/** The number, when {@link #isWhole}. */
	public long whole() {
		return this.whole;
	}

	/** The number, when {@link #isNumber}. */
	public BigDecimal value() {
		if (this.number == null) {
			throw new IllegalStateException("It is no number");
		}
		return isWhole() ? BigDecimal.valueOf(this.whole) : this.number;
	}

	/** The marker; null for anything else. */
	public Column.@Nullable Marker marker() {
		return this.marker;
	}

}

package org.jfpmonitor.variation;

import java.time.LocalDate;

/**
 * A special cause at the latest point of a series: something changed, and noise does not
 * explain it.
 *
 * @param since date of the first point, inclusive, of the unbroken run of points of the
 * same type that ends with the latest one, within its rebase group; a later figure may
 * move it, because limits move with every figure
 */
public record Signal(LocalDate date, double value, SpecialCause cause, PointType type, LocalDate since) {

	/** True when the movement is for the worse. */
	public boolean adverse() {
		return this.type == PointType.SPECIAL_CAUSE_CONCERN;
	}

}

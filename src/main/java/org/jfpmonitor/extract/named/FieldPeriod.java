package org.jfpmonitor.extract.named;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Which period a field is for.
 *
 * @param period the period, or null with a reject or where the field is passed over
 * @param reject why it cannot be told or taken, or null
 */
record FieldPeriod(@Nullable Period period, @Nullable Reject reject) {

	/** The field is passed over. */
	static final FieldPeriod PASSED_OVER = new FieldPeriod(null, null);

	static FieldPeriod of(Period period) {
		return new FieldPeriod(period, null);
	}

	static FieldPeriod rejected(Reject reject) {
		return new FieldPeriod(null, reject);
	}

}

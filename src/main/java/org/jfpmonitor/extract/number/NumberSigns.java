package org.jfpmonitor.extract.number;

import java.math.BigDecimal;

import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Which signs may stand beside the numbers of a column.
 *
 * @param percentIs what one percent is: 1 where percent is the unit, 0.01 where ratios
 * are, null where a percent sign is a mistake
 * @param pound whether a pound sign may stand before the digits
 */
public record NumberSigns(@Nullable BigDecimal percentIs, boolean pound) {

	/** Any sign is a mistake. */
	public static final NumberSigns NONE = new NumberSigns(null, false);

	/** A pound sign may stand there, as nobody knows what is counted. */
	public static final NumberSigns POUND = new NumberSigns(null, true);

	/** Those of numbers in the unit. */
	public static NumberSigns of(Unit unit) {
		return switch (unit) {
			case PERCENT -> new NumberSigns(BigDecimal.ONE, false);
			case RATIO -> new NumberSigns(new BigDecimal("0.01"), false);
			case GBP -> POUND;
			case PER_1000, PER_100000, SECONDS, MINUTES, HOURS, DAYS, COUNT -> NONE;
		};
	}

}

package org.jfpmonitor.extract.checks;

import java.math.BigDecimal;

import org.jfpmonitor.plan.Measure;

/** The least and greatest possible values of a measure, in words. */
public final class PlausibleRange {

	private PlausibleRange() {
	}

	/** {@code 0% to 100%}. */
	public static String inWords(Measure measure) {
		BigDecimal lowest = measure.least();
		BigDecimal highest = measure.greatest();
		if (lowest != null && highest != null) {
			return measure.unit().plannedInWords(lowest) + " to " + measure.unit().plannedInWords(highest);
		}
		return (lowest != null) ? measure.unit().plannedInWords(lowest) + " or more"
				: (highest != null) ? measure.unit().plannedInWords(highest) + " or less" : "any value";
	}

	/** Whether the value, in base units, is possible. */
	public static boolean allow(Measure measure, BigDecimal value) {
		BigDecimal lowest = measure.least();
		BigDecimal highest = measure.greatest();
		return (lowest == null || value.compareTo(lowest) >= 0) && (highest == null || value.compareTo(highest) <= 0);
	}

}

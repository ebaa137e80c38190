package org.jfpmonitor.extract.figures;

import java.math.BigDecimal;

import org.jfpmonitor.plan.Measure;

/** The least and greatest possible values of a measure, in words. */
public final class Limits {

	private Limits() {
	}

	/** {@code expected 0% to 100%}. */
	public static String inWords(Measure measure) {
		BigDecimal lowest = measure.lowest();
		BigDecimal highest = measure.highest();
		if (lowest != null && highest != null) {
			return "expected " + measure.unit().inWords(lowest) + " to " + measure.unit().inWords(highest);
		}
		return (lowest != null) ? "expected " + measure.unit().inWords(lowest) + " or more"
				: (highest != null) ? "expected " + measure.unit().inWords(highest) + " or less" : "expected any value";
	}

	/** Whether the value, in base units, is possible. */
	public static boolean allow(Measure measure, BigDecimal value) {
		BigDecimal lowest = measure.lowest();
		BigDecimal highest = measure.highest();
		return (lowest == null || value.compareTo(lowest) >= 0) && (highest == null || value.compareTo(highest) <= 0);
	}

}

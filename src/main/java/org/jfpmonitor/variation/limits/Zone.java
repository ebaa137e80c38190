package org.jfpmonitor.variation.limits;

/**
 * How far out a point lies. A value exactly on a line belongs to the inner zone;
 * {@link #UNKNOWN} means that the value or the limits are missing.
 */
public enum Zone {

	/** On or between the near limits ("2 sigma"). */
	WITHIN_NEAR_LIMITS("within_near_limits"),

	/** Outside the near limits, on or inside the process limits. */
	CLOSE_TO_LIMITS("close_to_limits"),

	/** Outside the process limits ("3 sigma"). */
	OUTSIDE_LIMITS("outside_limits"),

	UNKNOWN("unknown");

	private final String code;

	Zone(String code) {
		this.code = code;
	}

	/** The stable code of this zone, for machines. */
	public String code() {
		return this.code;
	}

}

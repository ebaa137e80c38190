package org.jfpmonitor.variation.limits;

/**
 * On which side of the mean a point lies. {@link #ON_MEAN} is exact equality of the
 * doubles; {@link #UNKNOWN} means that the value or the mean is missing.
 */
public enum Side {

	ABOVE_MEAN("above_mean"), ON_MEAN("on_mean"), BELOW_MEAN("below_mean"), UNKNOWN("unknown");

	private final String code;

	Side(String code) {
		this.code = code;
	}

	/** The stable code of this side, for machines. */
	public String code() {
		return this.code;
	}

}

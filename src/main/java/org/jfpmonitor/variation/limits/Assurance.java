package org.jfpmonitor.variation.limits;

/**
 * Whether the process, left as it is, can be expected to meet its target: the second
 * "Making Data Count" icon.
 */
public enum Assurance {

	CONSISTENT_PASS("consistent_pass", "pass"), CONSISTENT_FAIL("consistent_fail", "fail"),

	/**
	 * "Hit and miss": the target lies on or between the process limits, or cannot be
	 * compared with them because they or the latest target are missing.
	 */
	INCONSISTENT("inconsistent", "inconsistent");

	private final String code;

	private final String iconCode;

	Assurance(String code, String iconCode) {
		this.code = code;
		this.iconCode = iconCode;
	}

	/** The stable code of this assurance type, for machines. */
	public String code() {
		return this.code;
	}

	/**
	 * The stable code of the icon: {@code pass}, {@code fail} or {@code inconsistent}.
	 */
	public String iconCode() {
		return this.iconCode;
	}

}

package org.jfpmonitor.plan.reading;

import java.math.BigDecimal;

import org.jfpmonitor.plan.Unit;
import org.jfpmonitor.plan.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Between which values a measure can lie, in its display unit. Where the plan states no
 * bound, those of the unit hold.
 *
 * @param unit the display unit
 * @param lowest the least possible value as stated, or null
 * @param highest the greatest possible value as stated, or null
 */
record Bounds(Unit unit, @Nullable BigDecimal lowest, @Nullable BigDecimal highest) {

	/** Takes down a fault for a value that cannot be. */
	void check(YamlNode block, String key, BigDecimal value) {
		BigDecimal least = (this.lowest != null) ? this.lowest : shown(this.unit.least());
		BigDecimal most = (this.highest != null) ? this.highest : shown(this.unit.greatest());
		if (least != null && value.compareTo(least) < 0) {
			block.fault(key, message(key, least + " or more", value, "lowest", this.lowest != null));
		}
		if (most != null && value.compareTo(most) > 0) {
			block.fault(key, message(key, most + " or less", value, "highest", this.highest != null));
		}
	}

	private @Nullable BigDecimal shown(@Nullable BigDecimal bound) {
		return (bound != null) ? new BigDecimal(this.unit.fromBase(bound).toPlainString()) : null;
	}

	private String message(String key, String expected, BigDecimal value, String bound, boolean stated) {
		return "expected " + key + ": " + expected + " (unit: " + this.unit.word() + "), found " + value
				+ ". Correct it, or " + (stated ? "change \"" + bound + ":\" of the measure."
						: "add \"" + bound + ":\" to the measure if it can be so.");
	}

}

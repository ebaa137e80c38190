package org.jfpmonitor.plan;

import java.math.BigDecimal;
import java.util.Locale;

/** Which way is better. Every measure states it; it is never defaulted. */
public enum Direction {

	HIGHER, LOWER;

	/** Whether the value is as good as required; meeting it exactly is meeting it. */
	public boolean meets(BigDecimal value, BigDecimal required) {
		int compared = value.compareTo(required);
		return (this == HIGHER) ? compared >= 0 : compared <= 0;
	}

	/** {@code higher} or {@code lower}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}

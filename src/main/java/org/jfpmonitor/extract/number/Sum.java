package org.jfpmonitor.extract.number;

import java.math.BigDecimal;

/** Adds numbers up exactly; whole ones, as nearly all are, without making objects. */
public final class Sum {

	private long whole;

	private BigDecimal rest = BigDecimal.ZERO;

	/** Adds a field that is a number. */
	public void add(NumberField number) {
		if (number.isWhole()) {
			addWhole(number.whole());
		}
		else {
			this.rest = this.rest.add(number.value());
		}
	}

	/** Takes a field that is a number away. */
	public void subtract(NumberField number) {
		if (number.isWhole()) {
			addWhole(-number.whole());
		}
		else {
			this.rest = this.rest.subtract(number.value());
		}
	}

	private void addWhole(long number) {
		long sum = this.whole + number;
		if (((this.whole ^ sum) & (number ^ sum)) < 0) {
			this.rest = this.rest.add(BigDecimal.valueOf(number));
			return;
		}
		this.whole = sum;
	}

	/** What they come to; zero when nothing was added. */
	public BigDecimal value() {
		return this.rest.add(BigDecimal.valueOf(this.whole));
	}

}

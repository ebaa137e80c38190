package org.jfpmonitor.extract.layout;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * How many rejected lines are borne before the file is refused whole.
 *
 * @param atMost the most lines in any case
 * @param share the greatest share of the lines read, 0 to 1; it counts from
 * {@code always} on
 * @param always this many are borne whatever their share
 * @param publishIncomplete whether a figure is still given when a line that belongs to it
 * was rejected
 */
public record RejectLimits(long atMost, BigDecimal share, long always, boolean publishIncomplete) {

	/** {@code at most 10 rejected lines, or 20% of those read}. */
	public String inWords() {
		String share = this.share.movePointRight(2).stripTrailingZeros().toPlainString();
		if (this.atMost <= this.always) {
			return String.format(Locale.UK, "at most %,d rejected lines", this.atMost);
		}
		String usual = String.format(Locale.UK, "at most %,d rejected lines, or %s%% of those read", this.always,
				share);
		return (this.atMost < Long.MAX_VALUE)
				? String.format(Locale.UK, "%s, and never more than %,d", usual, this.atMost) : usual;
	}

	/** Whether the file is to be refused. */
	public boolean isExceeded(long rejected, long read) {
		if (rejected > this.atMost) {
			return true;
		}
		return rejected > this.always
				&& BigDecimal.valueOf(rejected).compareTo(this.share.multiply(BigDecimal.valueOf(read))) > 0;
	}

}

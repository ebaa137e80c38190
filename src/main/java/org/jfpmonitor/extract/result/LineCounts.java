package org.jfpmonitor.extract.result;

import java.util.Locale;
import java.util.OptionalLong;

import org.jfpmonitor.observation.SmallNumbers;

/**
 * What became of the lines of a file. {@code read = used + leftOut + rejected} always
 * holds; of a refused file, too, of which nothing is published. Of a file with small
 * numbers nobody is told how many lines were used, because the others could be taken from
 * it, and the others are rounded.
 *
 * @param read lines with data; the header, what stands above it and blank lines are not
 * counted
 * @param used lines that went into figures or reports, or would have
 * @param leftOut lines left out by a rule of the layout
 * @param rejected lines refused; one line may have more than one reject
 * @param rounded whether those used are neither told nor among those read, and the others
 * rounded
 */
public record LineCounts(long read, long used, long leftOut, long rejected, boolean rounded) {

	/** Nothing was read. */
	public static final LineCounts NONE = new LineCounts(0, 0, 0, 0);

	public LineCounts {
		if (read != used + leftOut + rejected) {
			throw new IllegalArgumentException("Of " + read + " lines read, " + used + " used, " + leftOut
					+ " left out and " + rejected + " rejected do not add up");
		}
		if (rounded && used != 0) {
			throw new IllegalArgumentException("Of " + used + " lines used nobody may be told");
		}
	}

	/** All are told. */
	public LineCounts(long read, long used, long leftOut, long rejected) {
		this(read, used, leftOut, rejected, false);
	}

	/** The same as they may be told of a file with small numbers. */
	public LineCounts rounded(SmallNumbers rule) {
		return withoutUsed(rule.roundedLines(this.leftOut), rule.roundedLines(this.rejected));
	}

	private static LineCounts withoutUsed(long leftOut, long rejected) {
		return new LineCounts(leftOut + rejected, 0, leftOut, rejected, true);
	}

	/** How many were read; empty where that is withheld. */
	public OptionalLong readIfTold() {
		return this.rounded ? OptionalLong.empty() : OptionalLong.of(this.read);
	}

	/** How many were used; empty where that is withheld. */
	public OptionalLong usedIfTold() {
		return this.rounded ? OptionalLong.empty() : OptionalLong.of(this.used);
	}

	/**
	 * One of these numbers as people read it: "1,234", or "about 5" where it is rounded.
	 */
	public String inWords(long count) {
		return ((this.rounded && count > 0) ? "about " : "") + String.format(Locale.UK, "%,d", count);
	}

	/** The lines of both. */
	public LineCounts plus(LineCounts other) {
		long leftOut = this.leftOut + other.leftOut;
		long rejected = this.rejected + other.rejected;
		return (this.rounded || other.rounded) ? withoutUsed(leftOut, rejected)
				: new LineCounts(this.read + other.read, this.used + other.used, leftOut, rejected);
	}

	/** The same, of which so many that were used are refused after all. */
	public LineCounts refusing(long more) {
		return this.rounded ? withoutUsed(this.leftOut, this.rejected + more)
				: new LineCounts(this.read, this.used - more, this.leftOut, this.rejected + more);
	}

}

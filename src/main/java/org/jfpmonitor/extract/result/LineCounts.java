package org.jfpmonitor.extract.result;

import java.util.OptionalLong;

/**
 * What became of the lines of a file. {@code read = used + leftOut + rejected} always
 * holds; of a refused file, too, of which nothing is published. Where figures are
 * withheld because they are small, nobody is told how many lines were used: of a file
 * with one line a person, the others could be taken from it.
 *
 * @param read lines with data; the header, what stands above it and blank lines are not
 * counted
 * @param used lines that went into figures or reports, or would have
 * @param leftOut lines left out by a rule of the layout
 * @param rejected lines refused; one line may have more than one reject
 * @param usedWithheld whether those used are neither told nor among those read
 */
public record LineCounts(long read, long used, long leftOut, long rejected, boolean usedWithheld) {

	/** Nothing was read. */
	public static final LineCounts NONE = new LineCounts(0, 0, 0, 0);

	public LineCounts {
		if (read != used + leftOut + rejected) {
			throw new IllegalArgumentException("Of " + read + " lines read, " + used + " used, " + leftOut
					+ " left out and " + rejected + " rejected do not add up");
		}
		if (usedWithheld && used != 0) {
			throw new IllegalArgumentException("Of " + used + " lines used nobody may be told");
		}
	}

	/** All are told. */
	public LineCounts(long read, long used, long leftOut, long rejected) {
		this(read, used, leftOut, rejected, false);
	}

	/** The same, of which nobody is told how many were used. */
	public LineCounts withoutUsed() {
		return new LineCounts(this.leftOut + this.rejected, 0, this.leftOut, this.rejected, true);
	}

	/** How many were read; empty where that is withheld. */
	public OptionalLong readIfTold() {
		return this.usedWithheld ? OptionalLong.empty() : OptionalLong.of(this.read);
	}

	/** How many were used; empty where that is withheld. */
	public OptionalLong usedIfTold() {
		return this.usedWithheld ? OptionalLong.empty() : OptionalLong.of(this.used);
	}

	/** The lines of both. */
	public LineCounts plus(LineCounts other) {
		LineCounts sum = new LineCounts(this.read + other.read, this.used + other.used, this.leftOut + other.leftOut,
				this.rejected + other.rejected);
		return (this.usedWithheld || other.usedWithheld) ? sum.withoutUsed() : sum;
	}

	/** The same, of which so many that were used are refused after all. */
	public LineCounts refusing(long more) {
		return this.usedWithheld ? new LineCounts(this.read + more, 0, this.leftOut, this.rejected + more, true)
				: new LineCounts(this.read, this.used - more, this.leftOut, this.rejected + more);
	}

}

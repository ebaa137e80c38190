package org.jfpmonitor.extract.result;

/**
 * What became of the lines of a file. {@code read = used + leftOut + rejected} always
 * holds; of a refused file, too, of which nothing is published.
 *
 * @param read lines with data; the header, what stands above it and blank lines are not
 * counted
 * @param used lines that went into figures or reports, or would have
 * @param leftOut lines left out by a rule of the layout
 * @param rejected lines refused; one line may have more than one reject
 */
public record LineCounts(long read, long used, long leftOut, long rejected) {

	/** Nothing was read. */
	public static final LineCounts NONE = new LineCounts(0, 0, 0, 0);

	public LineCounts {
		if (read != used + leftOut + rejected) {
			throw new IllegalArgumentException("Of " + read + " lines read, " + used + " used, " + leftOut
					+ " left out and " + rejected + " rejected do not add up");
		}
	}

	/** The lines of both. */
	public LineCounts plus(LineCounts other) {
		return new LineCounts(this.read + other.read, this.used + other.used, this.leftOut + other.leftOut,
				this.rejected + other.rejected);
	}

	/** The same, of which so many that were used are refused after all. */
	public LineCounts refusing(long more) {
		return new LineCounts(this.read, this.used - more, this.leftOut, this.rejected + more);
	}

}

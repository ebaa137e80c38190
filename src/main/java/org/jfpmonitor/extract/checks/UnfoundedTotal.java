package org.jfpmonitor.extract.checks;

import java.util.Locale;

/**
 * A line that states a total and that nothing speaks for, so that what it says is not
 * given.
 *
 * @param line its number
 * @param expected what a file would have beside it, in words
 * @param found what it has, and what to do, in words
 */
public record UnfoundedTotal(long line, String expected, String found) {

	static UnfoundedTotal alone(long line) {
		return new UnfoundedTotal(line, "other lines for that period",
				"none. Check the period of that line, and import the file whole.");
	}

	/**
	 * It comes to the other lines only where those count twice that stand there twice.
	 */
	static UnfoundedTotal ofLinesTwice(long line) {
		return new UnfoundedTotal(line, "each other line once",
				"some twice, and the total counts them twice. What is held stays. Get the file again.");
	}

	/** It comes to no more than the other lines, which are too few for a whole file. */
	static UnfoundedTotal ofPart(long line, int others, int wholeFrom) {
		return new UnfoundedTotal(line, String.format(Locale.UK, "at least %,d other lines", wholeFrom),
				String.format(Locale.UK, "%,d, so that it is the total of a part. What is held stays. Import the file"
						+ " whole, as it was published.", others));
	}

}

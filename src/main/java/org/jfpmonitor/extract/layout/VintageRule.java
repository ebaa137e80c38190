package org.jfpmonitor.extract.layout;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How new a file says it is.
 *
 * @param preamble labels above the header beside which its date stands; the newest date
 * counts
 * @param dated whether the file's name holds the date
 * @param column the id of a column with the day of publication, or null; the newest
 * counts
 * @param words folded words that say how final it is, with their rank; looked for in the
 * file name and in {@code status}
 * @param status the id of the column that holds such a word, or null
 * @param otherwise what stands in for the date
 */
public record VintageRule(List<String> preamble, boolean dated, @Nullable String column, Map<String, Integer> words,
		@Nullable String status, Otherwise otherwise) {

	public VintageRule {
		preamble = List.copyOf(preamble);
		words = Map.copyOf(words);
	}

	/** What stands in for a date that the file does not give. */
	public enum Otherwise {

		/** The day of arrival. */
		ARRIVAL,
		/** The last day of the newest period in the file. */
		LATEST_PERIOD

	}

}

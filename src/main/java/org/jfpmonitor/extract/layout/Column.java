package org.jfpmonitor.extract.layout;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import org.jfpmonitor.extract.spelling.NormalisedText;
import org.jspecify.annotations.Nullable;

/**
 * A column as a layout knows it.
 *
 * @param id what the layout calls it
 * @param names the folded names it goes by, any of which will do
 * @param shown its first name as written in the layout, for messages
 * @param under folded group headings above the name, any of which will do; empty for any
 * @param occurrence which one of several with this name, counting from 1; 0 when there
 * must be only one
 * @param patterns for a run of columns such as waiting time bands: how their names look
 * @param markers what a folded text in place of a number means
 * @param whenAbsent what a file without the column can still give
 * @param since the month from which on files have it, where it adds nothing before; or
 * null
 * @param decimals whether its numbers have parts, so that a point is never a separator of
 * thousands
 * @param ofNames whether its words are names, of which none says what the numbers are
 * @param safe whether a reject of a record-level file may show what stood there
 */
public record Column(String id, List<String> names, String shown, List<String> under, int occurrence,
		List<HeaderPattern> patterns, Map<String, Marker> markers, WhenAbsent whenAbsent, @Nullable YearMonth since,
		boolean decimals, boolean ofNames, boolean safe) {

	public Column {
		names = List.copyOf(names);
		under = List.copyOf(under);
		patterns = List.copyOf(patterns);
		markers = Map.copyOf(markers);
	}

	/** Whether it stands for a run of columns. */
	public boolean isBands() {
		return !this.patterns.isEmpty();
	}

	/** What the text means in place of a number, or null when it should be one. */
	public @Nullable Marker marker(String text) {
		return this.markers.isEmpty() ? null : this.markers.get(NormalisedText.value(text));
	}

	/** What a file without the column can still give. */
	public enum WhenAbsent {

		/** The file is of another kind. */
		OTHER_FILE,
		/** The figures that need it are not given. */
		NO_FIGURE,
		/** It adds nothing to a sum, because nothing of the sort existed then. */
		NOTHING

	}

	/** What a text in place of a number means. */
	public enum Marker {

		MISSING, SUPPRESSED, NOT_APPLICABLE, ZERO

	}

}

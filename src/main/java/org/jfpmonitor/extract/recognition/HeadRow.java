package org.jfpmonitor.extract.recognition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.jfpmonitor.extract.header.Header;
import org.jfpmonitor.extract.text.Table.MergedCells;

import org.springframework.util.function.SingletonSupplier;

/**
 * One of the first rows of a table. Each layout is tried on each, so what is made of it
 * is made once; and a text is looked at with several delimiters, most of which give rows
 * of one field, so it is made when it is asked for.
 */
final class HeadRow {

	private static final Pattern SPACES = Pattern.compile("\\s+");

	private static final Predicate<String> DIGITS = Pattern.compile("[0-9]*").asMatchPredicate();

	private static final Predicate<String> YEAR = Pattern.compile("(?:19|20)[0-9]{2}").asMatchPredicate();

	private final long line;

	private final String[] values;

	private final Supplier<List<String>> folded;

	private final Supplier<Map<String, List<Integer>>> named;

	private final Supplier<List<String>> shown;

	/**
	 * Of the fields of a record.
	 * @param line the line of the file that it starts on
	 */
	HeadRow(long line, String[] values) {
		this.line = line;
		this.values = values;
		this.folded = SingletonSupplier.of(() -> Header.folded(values));
		this.named = SingletonSupplier.of(this::positions);
		this.shown = SingletonSupplier
			.of(() -> Arrays.stream(values).map((value) -> SPACES.matcher(value).replaceAll(" ").strip()).toList());
	}

	private Map<String, List<Integer>> positions() {
		List<String> names = folded();
		Map<String, List<Integer>> positions = new LinkedHashMap<>();
		for (int i = 0; i < names.size(); i++) {
			positions.computeIfAbsent(names.get(i), (name) -> new ArrayList<>()).add(i);
		}
		return positions;
	}

	long line() {
		return this.line;
	}

	String[] values() {
		return this.values;
	}

	/** Its names as they are compared. */
	List<String> folded() {
		return this.folded.get();
	}

	/** Where each of them stands, counting from 0. */
	Map<String, List<Integer>> named() {
		return this.named.get();
	}

	/** Its names as they stand there, each on one line. */
	List<String> shown() {
		return this.shown.get();
	}

	/** Whether there is more in it than numbers. */
	boolean hasWords() {
		return !folded().stream().allMatch(DIGITS);
	}

	/** The same row with blanks at these positions, counting from 0. */
	HeadRow without(IntPredicate positions) {
		String[] rest = this.values.clone();
		for (int i = 0; i < rest.length; i++) {
			rest[i] = positions.test(i) ? "" : rest[i];
		}
		return new HeadRow(this.line, rest);
	}

	/**
	 * A group's heading stands over its first column and holds as far as its cell goes,
	 * or up to the next heading where it is a cell like any other.
	 */
	List<String> headings(List<String> names, int width, List<MergedCells> merged) {
		Map<Integer, Integer> ends = new HashMap<>();
		merged.stream()
			.filter((each) -> each.line() == this.line && each.last() > each.first())
			.forEach((each) -> ends.put(each.first(), each.last()));
		List<String> headings = new ArrayList<>();
		String current = "";
		int end = width;
		for (int i = 0; i < width; i++) {
			String here = (i < names.size()) ? names.get(i) : "";
			if (!here.isEmpty() || i > end) {
				current = here;
				end = ends.getOrDefault(i, width);
			}
			headings.add(current);
		}
		return headings;
	}

	boolean isBlank() {
		return filled() == 0;
	}

	boolean isFilled(int position) {
		return position < this.values.length && !this.values[position].isBlank();
	}

	/** Whether all that stands in it are years. */
	boolean isYears() {
		return !isBlank() && folded().stream().allMatch((name) -> name.isEmpty() || YEAR.test(name));
	}

	private long filled() {
		return Arrays.stream(this.values).filter((value) -> !value.isBlank()).count();
	}

	/**
	 * The row with the nearest words above in place of its blanks; itself where it has no
	 * names of its own, or no blanks with words above.
	 */
	HeadRow filledFrom(List<HeadRow> above) {
		if (filled() < 2) {
			return this;
		}
		String[] whole = this.values.clone();
		for (HeadRow row : above) {
			for (int i = 0; i < Math.min(whole.length, row.values.length); i++) {
				whole[i] = (this.values[i].isBlank() && !row.values[i].isBlank()) ? row.values[i] : whole[i];
			}
		}
		return Arrays.equals(whole, this.values) ? this : new HeadRow(this.line, whole);
	}

}

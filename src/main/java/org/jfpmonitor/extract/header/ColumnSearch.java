package org.jfpmonitor.extract.header;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

import org.jfpmonitor.extract.layout.Column;
import org.jfpmonitor.extract.layout.HeaderPattern;
import org.jfpmonitor.extract.layout.HeaderPattern.Band;
import org.jfpmonitor.extract.layout.Layout;

/** Which names of a row are those of a layout's columns. */
public final class ColumnSearch {

	private ColumnSearch() {
	}

	/** Whether the folded names are those of half of the columns that such a file has. */
	public static boolean isNear(Layout layout, Set<String> folded) {
		int needed = 0;
		int named = 0;
		for (Column column : layout.columns().values()) {
			if (column.whenAbsent() == Column.WhenAbsent.OTHER_FILE) {
				needed++;
				named += (column.isBands() || column.names().stream().anyMatch(folded::contains)) ? 1 : 0;
			}
		}
		return 2 * named >= needed;
	}

	/**
	 * Where the column is, counting from 0; empty where the row has none.
	 * @param folded the folded names of the row, each with where it stands
	 * @param headings above each column the folded heading of its group, or empty
	 * @param filled whether the next rows have something at the place
	 */
	static List<Integer> find(Column column, Map<String, List<Integer>> folded, List<String> headings,
			IntPredicate filled) {
		Set<Integer> named = new TreeSet<>();
		for (String name : column.names()) {
			for (int i : folded.getOrDefault(name, List.of())) {
				if (!name.isEmpty() || filled.test(i)) {
					named.add(i);
				}
			}
		}
		if (column.isBands()) {
			folded.forEach((name, at) -> band(column, name).ifPresent((band) -> named.addAll(at)));
		}
		return chosen(column, List.copyOf(named), headings);
	}

	/** Which of the columns with its name it is. */
	private static List<Integer> chosen(Column column, List<Integer> named, List<String> headings) {
		if (!column.under().isEmpty()) {
			List<Integer> below = named.stream().filter((i) -> column.under().contains(headings.get(i))).toList();
			boolean beside = named.stream().anyMatch((i) -> headings.get(i).isEmpty());
			if (!below.isEmpty()) {
				// Headings over the middle of their columns say nothing of the first
				// ones.
				return beside ? List.of() : below;
			}
			if (named.stream().anyMatch((i) -> !headings.get(i).isEmpty())) {
				return (column.occurrence() > 0) ? named.stream().filter((i) -> says(headings.get(i), column)).toList()
						: List.of();
			}
		}
		if (column.occurrence() > 0) {
			return (named.size() >= column.occurrence()) ? List.of(named.get(column.occurrence() - 1)) : List.of();
		}
		return column.under().isEmpty() ? named : List.of();
	}

	/** In more words than the layout knows, and not the contrary. */
	private static boolean says(String heading, Column column) {
		return column.under()
			.stream()
			.anyMatch((words) -> Pattern.compile("(?<!un|non|not)" + Pattern.quote(words)).matcher(heading).find());
	}

	/** The band that the folded name stands for; empty for another name. */
	static Optional<Band> band(Column column, String folded) {
		for (HeaderPattern pattern : column.patterns()) {
			Optional<Band> band = pattern.band(folded);
			if (band.isPresent()) {
				return band;
			}
		}
		return Optional.empty();
	}

}

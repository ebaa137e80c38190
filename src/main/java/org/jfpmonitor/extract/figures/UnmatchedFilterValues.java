package org.jfpmonitor.extract.figures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.Conditions;
import org.jfpmonitor.extract.row.Row;
import org.jfpmonitor.extract.spelling.NormalisedText;

/**
 * Words that a layout chooses lines by and that no line of a file has. A label that is
 * spelt otherwise than before would else leave a figure without a number, or make a count
 * zero, and nobody would know why.
 */
final class UnmatchedFilterValues {

	private static final int MOST_TEXTS = 4096;

	private final FileColumns columns;

	/** Of each measure the words that its figures need. */
	private final Map<Conditions.Word, Set<CompiledFigure>> wanted = new LinkedHashMap<>();

	/** Columns with words that no line had so far. */
	private final List<Unmatched> unmatched = new ArrayList<>();

	/** A term that is zero without lines asks for nothing. */
	UnmatchedFilterValues(List<CompiledFigure> figures, FileColumns columns) {
		this.columns = columns;
		for (CompiledFigure figure : figures) {
			figure.terms()
				.stream()
				.filter((term) -> !term.orZero())
				.flatMap((term) -> term.conditions().all().stream())
				.forEach((test) -> {
					if (test instanceof Conditions.Word word && word.is()) {
						this.wanted.computeIfAbsent(word, (key) -> new LinkedHashSet<>()).add(figure);
					}
				});
		}
		this.wanted.keySet()
			.stream()
			.collect(Collectors.groupingBy((word) -> columns.position(word.column())))
			.forEach((position, words) -> this.unmatched.add(new Unmatched(position, words)));
	}

	/** Takes every row, left out or not. */
	void take(Row row) {
		if (!this.unmatched.isEmpty()) {
			this.unmatched.removeIf((column) -> column.strikeOff(row.text(column.position)));
		}
	}

	/**
	 * After the last row: names the words of those figures that some line goes into,
	 * because of the others another file may speak.
	 */
	List<String> warnings(DestinationCells cells) {
		Set<Conditions.Word> missing = new HashSet<>();
		this.unmatched.forEach((column) -> missing.addAll(column.words));
		Map<CompiledFigure, Boolean> hasLines = new HashMap<>();
		List<String> warnings = new ArrayList<>();
		this.wanted.forEach((word, figures) -> {
			String measures = figures.stream()
				.filter((figure) -> missing.contains(word))
				.filter((figure) -> hasLines.computeIfAbsent(figure, cells::hasLines))
				.map((figure) -> figure.measure().id().value())
				.distinct()
				.collect(Collectors.joining(", "));
			if (!measures.isEmpty()) {
				warnings.add(inWords(word, measures));
			}
		});
		return warnings;
	}

	/** The first word that no line has, in words that follow a colon; empty for none. */
	Optional<String> firstMissing() {
		return this.unmatched.stream()
			.flatMap((column) -> column.words.stream())
			.findFirst()
			.map((word) -> "no line has " + texts(word) + " in column \"" + this.columns.name(word.column())
					+ "\". If the file spells it otherwise, add that to the layout; if it lacks these lines, get it again.");
	}

	private static String texts(Conditions.Word word) {
		return word.words()
			.stream()
			.sorted()
			.map((each) -> each.isEmpty() ? "nothing" : "\"" + each + "\"")
			.collect(Collectors.joining(" or "));
	}

	private String inWords(Conditions.Word word, String measures) {
		return "Column \"" + this.columns.name(word.column()) + "\": expected " + texts(word)
				+ " on some line for figures of " + measures
				+ ", found it on none. If the file spells it otherwise, add that to the layout.";
	}

	/** Words of one column that no line had so far. */
	private static final class Unmatched {

		private final int position;

		private final List<Conditions.Word> words;

		private final Set<String> looked = new HashSet<>();

		Unmatched(int position, List<Conditions.Word> words) {
			this.position = position;
			this.words = new ArrayList<>(words);
		}

		/** Strikes off the words that the text matches; true when none is left. */
		boolean strikeOff(String text) {
			boolean fresh = (this.looked.size() < MOST_TEXTS) ? this.looked.add(text) : !this.looked.contains(text);
			if (fresh) {
				String normalised = NormalisedText.value(text);
				this.words.removeIf((word) -> word.isMetBy(normalised));
			}
			return this.words.isEmpty();
		}

	}

}

package org.jfpmonitor.extract.figures;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledTerm;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.number.Sum;
import org.jfpmonitor.extract.row.Row;

/**
 * Finds totals among the lines that are added up by what they come to, however they are
 * called: the lines with one word in a column, or the largest line, come to exactly what
 * all others of the figure come to. Chance does that as well, the more seldom the larger
 * the number; so it must do so in numbers that together leave it less than one in a
 * thousand.
 */
final class TotalsAmongParts {

	/** Columns with more words tell lines apart, not kinds of lines. */
	private static final int MOST_WORDS = 24;

	/** In powers of ten, how unlikely chance must be. */
	private static final double UNLIKELY = 3;

	private final FileColumns columns;

	/** Columns of words, of which none has shown too many. */
	private final List<WordColumn> words = new ArrayList<>();

	private final Map<FigureCell, Map<Integer, Parts>> cells = new LinkedHashMap<>();

	/** Nothing is added yet. */
	TotalsAmongParts(FileColumns columns, WordColumns words) {
		this.columns = columns;
		words.positions().forEach((position) -> this.words.add(new WordColumn(position)));
	}

	/** A row of the group was added, with its numbers for each term. */
	void add(Row row, RowGroup group, NumberField[][] numbers) {
		this.words.removeIf((column) -> !column.look(row));
		for (int i = 0; i < numbers.length; i++) {
			CompiledTerm term = group.terms().terms().get(i);
			if (term.aggregate() == Aggregate.SUM) {
				Sum sum = new Sum();
				for (NumberField number : numbers[i]) {
					if (number.isNumber()) {
						sum.add(number);
					}
				}
				for (FigureCell cell : group.cells()) {
					if (cell.destination().level().has(term.figure())) {
						this.cells.computeIfAbsent(cell, (each) -> new HashMap<>())
							.computeIfAbsent(term.number(), (each) -> new Parts())
							.add(sum.value(), row.line(), this.words);
					}
				}
			}
		}
	}

	/** What the totals are, if there are any. */
	Found find() {
		List<Suspect> suspects = new ArrayList<>();
		Suspect largest = new Suspect("");
		for (WordColumn column : this.words) {
			column.ids.keySet()
				.forEach((word) -> suspects.add(new Suspect(
						"\"" + word + "\" in column \"" + this.columns.header().wholeName(column.position) + "\"",
						column, word)));
		}
		suspects.add(largest);
		this.cells.forEach((cell, terms) -> suspects.forEach((each) -> each.look(cell, terms)));
		return new Found(suspects.stream().filter(Suspect::isTotal).toList());
	}

	/**
	 * The totals of a file.
	 *
	 * @param totals each with the figures that hold it
	 */
	record Found(List<Suspect> totals) {

		/** No line is a total of others. */
		static final Found NONE = new Found(List.of());

		/** The total that is among the lines of a figure, in words; empty for none. */
		Optional<String> among(FigureCell cell, CompiledFigure figure) {
			return this.totals.stream().flatMap((total) -> total.among(cell, figure).stream()).findFirst();
		}

	}

	/** Lines that may be totals: those with a word, or the largest of each figure. */
	static final class Suspect {

		private final String name;

		private final @Nullable WordColumn column;

		private final String word;

		/** Of which figures it is among the lines, and which line it is there. */
		private final Map<FigureCell, Map<Integer, Long>> holders = new HashMap<>();

		private double evidence;

		private int hits;

		private int misses;

		private Suspect(String name) {
			this.name = name;
			this.column = null;
			this.word = "";
		}

		private Suspect(String name, WordColumn column, String word) {
			this.name = name;
			this.column = column;
			this.word = word;
		}

		private void look(FigureCell cell, Map<Integer, Parts> terms) {
			Set<BigDecimal> equal = new HashSet<>();
			terms.forEach((number, parts) -> {
				BigDecimal own = (this.column != null) ? parts.of(this.column, this.word) : parts.largest;
				BigDecimal others = parts.sum.value().subtract(own);
				if (own.signum() == 0 || others.signum() == 0) {
					return;
				}
				boolean same = own.compareTo(others) == 0;
				boolean telling = (this.column != null) ? parts.words(this.column) > 2 : parts.lines > 2;
				if (this.column != null || (same && telling)) {
					this.holders.computeIfAbsent(cell, (each) -> new HashMap<>()).put(number, parts.largestLine);
				}
				if (telling && same && equal.add(own.stripTrailingZeros())) {
					this.hits++;
					this.evidence += Math.log10(Math.max(1, own.abs().doubleValue()));
				}
				else if (telling && !same) {
					this.misses++;
				}
			});
		}

		private boolean isTotal() {
			return this.hits > this.misses && this.evidence >= UNLIKELY;
		}

		private Optional<String> among(FigureCell cell, CompiledFigure figure) {
			Map<Integer, Long> terms = this.holders.getOrDefault(cell, Map.of());
			return figure.terms()
				.stream()
				.map((term) -> terms.get(term.number()))
				.flatMap(Stream::ofNullable)
				.findFirst()
				.map((line) -> (this.column != null) ? this.name : "line " + line);
		}

	}

	/** A column of words, with a number for each. */
	private static final class WordColumn {

		private final int position;

		private final Map<String, Integer> ids = new LinkedHashMap<>();

		/** That of the row looked at last. */
		private int id;

		WordColumn(int position) {
			this.position = position;
		}

		/** Whether it still has few words. */
		boolean look(Row row) {
			String word = row.text(this.position).strip();
			Integer known = this.ids.get(word);
			this.id = (known != null) ? known : this.ids.size();
			if (known == null) {
				this.ids.put(word, this.id);
			}
			return this.ids.size() <= MOST_WORDS;
		}

	}

	/** What the lines of one term of one figure have come to, and what parts of them. */
	private static final class Parts {

		private final Sum sum = new Sum();

		private final Map<WordColumn, Map<Integer, BigDecimal>> byWord = new HashMap<>();

		private BigDecimal largest = BigDecimal.ZERO;

		private long largestLine;

		/** Those that come to something. */
		private int lines;

		void add(BigDecimal number, long line, List<WordColumn> columns) {
			if (number.signum() == 0) {
				return;
			}
			this.sum.add(NumberField.exact(number));
			this.lines++;
			if (number.compareTo(this.largest) > 0) {
				this.largest = number;
				this.largestLine = line;
			}
			for (WordColumn column : columns) {
				this.byWord.computeIfAbsent(column, (each) -> new HashMap<>())
					.merge(column.id, number, BigDecimal::add);
			}
		}

		BigDecimal of(WordColumn column, String word) {
			return this.byWord.getOrDefault(column, Map.of())
				.getOrDefault(column.ids.getOrDefault(word, -1), BigDecimal.ZERO);
		}

		int words(WordColumn column) {
			return this.byWord.getOrDefault(column, Map.of()).size();
		}

	}

}

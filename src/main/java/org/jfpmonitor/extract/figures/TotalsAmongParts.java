package org.jfpmonitor.extract.figures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.jfpmonitor.extract.compiled.CompiledFigure;
import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.compiled.CompiledTerm;
import org.jfpmonitor.extract.header.FileColumns;
import org.jfpmonitor.extract.layout.FigureRule.Aggregate;
import org.jfpmonitor.extract.number.NumberField;
import org.jfpmonitor.extract.number.Sum;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.row.Row;

/**
 * Finds totals among the lines that are added up by what they come to, however they are
 * called: the lines with one word in a column, or the largest line, come to what all
 * others of the figure come to, or to half of that. Chance does that as well, the more
 * seldom the larger the number; so it must do so in numbers that together leave it less
 * than one in a thousand.
 */
final class TotalsAmongParts {

	/** Columns with more words tell lines apart, not kinds of lines. */
	private static final int MOST_WORDS = 24;

	/** A file of more kinds of lines than these is asked nothing. */
	private static final int MOST_KEPT = 200_000;

	/** The word of a column that came first, and in most columns is the only one. */
	private static final int FIRST = 0;

	private static final int MILLIONTHS = 6;

	private static final BigInteger ONE = BigInteger.TEN.pow(MILLIONTHS);

	/** One more, one less, and twice, beside the number itself. */
	private static final double WAYS = 4;

	/** In powers of ten, how unlikely chance must be. */
	private static final double UNLIKELY = 3;

	/** The same for lines that have a word of totals. */
	private static final double LIKELY = 1;

	private final FileColumns columns;

	private final WordColumns all;

	/** Columns of words, of which none has shown too many. */
	private final List<WordColumn> words = new ArrayList<>();

	private final Map<FigureCell, Map<Integer, PartialSums>> cells = new HashMap<>();

	private final List<Suspect> found = new ArrayList<>();

	/** How many numbers are kept. */
	private int kept;

	/** Nothing is added yet. */
	TotalsAmongParts(FileColumns columns, WordColumns words) {
		this.columns = columns;
		this.all = words;
		words.positions().forEach((position) -> this.words.add(new WordColumn(position)));
	}

	/** A row of the group was added, with its numbers for each term. */
	void add(Row row, RowGroup group, NumberField[][] numbers) {
		if (this.kept > MOST_KEPT) {
			return;
		}
		boolean mentioned = this.all.mentionTotal(row);
		this.words.removeIf((column) -> !column.look(row));
		List<WordColumn> other = this.words.stream().filter((column) -> column.id != FIRST).toList();
		for (int i = 0; i < numbers.length; i++) {
			CompiledTerm term = group.terms().terms().get(i);
			if (term.aggregate() == Aggregate.SUM) {
				BigDecimal number = sum(numbers[i]);
				for (FigureCell cell : group.cells()) {
					if (number.signum() != 0 && cell.destination().level().has(term.figure())) {
						this.kept += this.cells.computeIfAbsent(cell, (each) -> new HashMap<>())
							.computeIfAbsent(term.number(), (each) -> new PartialSums())
							.add(number, row.line(), other, mentioned);
					}
				}
			}
		}
		if (this.kept > MOST_KEPT) {
			this.cells.clear();
		}
	}

	private static BigDecimal sum(NumberField[] numbers) {
		Sum sum = new Sum();
		for (NumberField number : numbers) {
			if (number.isNumber()) {
				sum.add(number);
			}
		}
		return sum.value();
	}

	/** Looks which lines are totals, if any, at each level by itself. */
	void find() {
		Set<CompiledLevel> levels = this.cells.keySet()
			.stream()
			.map((cell) -> cell.destination().level())
			.collect(Collectors.toSet());
		for (CompiledLevel level : levels) {
			Stream<Suspect> words = this.words.stream()
				.flatMap((column) -> column.ids.keySet().stream().map((word) -> new Suspect(level, column, word)));
			Stream.concat(words, Stream.of(new Suspect(level, null, "")))
				.filter(this::isTotal)
				.forEach(this.found::add);
		}
	}

	private boolean isTotal(Suspect suspect) {
		double evidence = 0;
		int hits = 0;
		int misses = 0;
		Set<BigDecimal> counted = new HashSet<>();
		for (PartialSums parts : sumsOf(suspect.level)) {
			BigDecimal own = suspect.own(parts);
			if (suspect.isTelling(parts) && own.signum() != 0 && parts.others(own).signum() != 0) {
				boolean total = parts.isTotalOfOthers(own);
				misses += total ? 0 : 1;
				if (total && counted.add(own.stripTrailingZeros())) {
					hits++;
					evidence += parts.oddness(own);
				}
			}
		}
		return hits > misses && evidence >= UNLIKELY;
	}

	private List<PartialSums> sumsOf(CompiledLevel level) {
		return this.cells.entrySet()
			.stream()
			.filter((each) -> each.getKey().destination().level() == level)
			.flatMap((each) -> each.getValue().values().stream())
			.toList();
	}

	/** The total that is among the lines of a figure, in words; empty for none. */
	Optional<String> among(FigureCell cell, CompiledFigure figure) {
		Map<Integer, PartialSums> terms = this.cells.getOrDefault(cell, Map.of());
		List<PartialSums> sums = figure.terms()
			.stream()
			.map((term) -> terms.get(term.number()))
			.flatMap(Stream::ofNullable)
			.toList();
		return this.found.stream()
			.filter((total) -> total.level == cell.destination().level())
			.flatMap((total) -> sums.stream().filter(total::isIn).map((parts) -> inWords(total, parts)))
			.findFirst()
			.or(() -> sums.stream()
				.filter(PartialSums::areHalvedByWord)
				.map((parts) -> this.columns.inWords(parts.mentionedLine, 0))
				.findFirst());
	}

	private String inWords(Suspect total, PartialSums parts) {
		return (total.column == null) ? this.columns.inWords(parts.largestLine, 0) : "\"" + Reject.legible(total.word)
				+ "\" in column \"" + this.columns.header().wholeName(total.column.position) + "\"";
	}

	/**
	 * Lines that may be totals.
	 *
	 * @param level at which figures
	 * @param column where they have the word; null for the largest line of each figure
	 * @param word the word
	 */
	private record Suspect(CompiledLevel level, @Nullable WordColumn column, String word) {

		/** What the lines come to that may be the total. */
		BigDecimal own(PartialSums parts) {
			return (this.column == null) ? parts.largest : parts.of(this.column, this.word);
		}

		/** Whether there are others enough that they seldom come to the same. */
		boolean isTelling(PartialSums parts) {
			return ((this.column == null) ? parts.lines : parts.words(this.column)) > 2;
		}

		/** Whether a total is among the lines: with its word, or to the number. */
		boolean isIn(PartialSums parts) {
			BigDecimal own = own(parts);
			BigDecimal others = parts.others(own);
			return own.signum() != 0 && others.signum() != 0
					&& (this.column != null || (isTelling(parts) && parts.isTotalOfOthers(own)));
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
	private static final class PartialSums {

		private BigDecimal sum = BigDecimal.ZERO;

		/** What all its numbers are multiples of, in millionths. */
		private BigInteger step = BigInteger.ZERO;

		/** Of the words but the first, which has the rest. */
		private final Map<WordColumn, Map<Integer, BigDecimal>> byWord = new HashMap<>();

		/** What the lines come to that have a word of totals, and the last of them. */
		private BigDecimal mentioned = BigDecimal.ZERO;

		private long mentionedLine;

		private BigDecimal largest = BigDecimal.ZERO;

		private long largestLine;

		/** Those that come to something. */
		private int lines;

		/**
		 * A line comes to the number.
		 * @param columns those in which it has another word than the first
		 * @return how many numbers more are kept for it
		 */
		int add(BigDecimal number, long line, List<WordColumn> columns, boolean isMentioned) {
			this.sum = this.sum.add(number);
			this.step = this.step.gcd(number.movePointRight(MILLIONTHS).toBigInteger());
			this.lines++;
			int more = (this.lines == 1) ? 1 : 0;
			if (isMentioned) {
				this.mentioned = this.mentioned.add(number);
				this.mentionedLine = line;
			}
			if (number.compareTo(this.largest) > 0) {
				this.largest = number;
				this.largestLine = line;
			}
			for (WordColumn column : columns) {
				Map<Integer, BigDecimal> words = this.byWord.computeIfAbsent(column, (each) -> new HashMap<>());
				int before = words.size();
				words.merge(column.id, number, BigDecimal::add);
				more += words.size() - before;
			}
			return more;
		}

		/**
		 * In powers of ten, how many numbers it might as well have been. Round ones, such
		 * as 1000, 2000 and 3000, come to each other as seldom as 1, 2 and 3; and there
		 * are some ways more to come near a number, or to twice it.
		 */
		double oddness(BigDecimal own) {
			double steps = own.abs().movePointRight(MILLIONTHS).doubleValue() / Math.max(1, this.step.doubleValue());
			return Math.log10(Math.max(1, (own.compareTo(others(own)) == 0) ? steps : steps / WAYS));
		}

		/**
		 * Whether all others come to the number, but for one that rounding may add; or to
		 * twice the number, as where there are subtotals among them.
		 */
		boolean isTotalOfOthers(BigDecimal own) {
			BigDecimal others = others(own);
			boolean whole = this.step.compareTo(ONE) >= 0;
			return others.subtract(own).abs().compareTo(whole ? BigDecimal.ONE : BigDecimal.ZERO) <= 0
					|| others.compareTo(own.add(own)) == 0;
		}

		/** Words and numbers that say little alone say enough together. */
		boolean areHalvedByWord() {
			return this.lines > 2 && this.mentioned.signum() != 0 && isTotalOfOthers(this.mentioned)
					&& oddness(this.mentioned) >= LIKELY;
		}

		BigDecimal others(BigDecimal own) {
			return this.sum.subtract(own);
		}

		BigDecimal of(WordColumn column, String word) {
			int id = column.ids.getOrDefault(word, -1);
			return (id == FIRST) ? ofFirst(column)
					: this.byWord.getOrDefault(column, Map.of()).getOrDefault(id, BigDecimal.ZERO);
		}

		private BigDecimal ofFirst(WordColumn column) {
			Map<Integer, BigDecimal> others = this.byWord.getOrDefault(column, Map.of());
			return others.values().stream().reduce(this.sum, BigDecimal::subtract);
		}

		/** How many words of the column its lines have. */
		int words(WordColumn column) {
			return this.byWord.getOrDefault(column, Map.of()).size() + ((ofFirst(column).signum() != 0) ? 1 : 0);
		}

	}

}

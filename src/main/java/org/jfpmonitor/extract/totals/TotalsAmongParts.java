package org.jfpmonitor.extract.totals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.jfpmonitor.extract.totals.PartialSums.WordColumn;

/**
 * Finds totals among the lines that are added up by what they come to, however they are
 * called: the lines with one word in a column, or the largest line, come to what all
 * others of the figure come to, or to half of that. Chance does that as well, the more
 * seldom the larger the number; so it must do so in numbers that together leave it less
 * than one in a thousand.
 */
public final class TotalsAmongParts {

	/** A file of more kinds of lines than these is asked nothing. */
	private static final int MOST_KEPT = 200_000;

	/** So many equal pairs are no chance. */
	private static final int LEAST_PAIRS = 3;

	/** In powers of ten, how unlikely chance must be. */
	private static final double UNLIKELY = 3;

	private final FileColumns columns;

	private final WordColumns all;

	/** Columns of words, of which none has shown too many. */
	private final List<WordColumn> words = new ArrayList<>();

	private final Map<SummedCell, Map<Integer, PartialSums>> cells = new HashMap<>();

	private final List<Suspect> found = new ArrayList<>();

	/** Lines that come to what all others come to, in some figure. */
	private final Set<Long> largest = new HashSet<>();

	/** Lines that come to what those of all organisations come to. */
	private Set<Long> grand = Set.of();

	/** Where lines come to what those above them came to. */
	private Subtotals subtotals = Subtotals.none();

	/** How many numbers are kept. */
	private int kept;

	/** Nothing is added yet. */
	public TotalsAmongParts(FileColumns columns, WordColumns words) {
		this.columns = columns;
		this.all = words;
		words.positions().forEach((position) -> this.words.add(new WordColumn(position)));
	}

	/** A row was added in these cells, with its numbers for each of these terms. */
	public void add(Row row, List<CompiledTerm> terms, List<? extends SummedCell> into, NumberField[][] numbers) {
		if (this.kept > MOST_KEPT) {
			return;
		}
		boolean mentioned = this.all.mentionTotal(row);
		this.words.removeIf((column) -> !column.look(row));
		List<WordColumn> other = this.words.stream().filter((column) -> !column.isAtFirst()).toList();
		for (int i = 0; i < numbers.length; i++) {
			CompiledTerm term = terms.get(i);
			if (term.aggregate() == Aggregate.SUM) {
				BigDecimal number = sum(numbers[i]);
				for (SummedCell cell : into) {
					if (number.signum() != 0 && cell.level().has(term.figure())) {
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
	public void find() {
		this.grand = GrandTotals.lines(this.cells);
		this.subtotals = Subtotals.in(this.cells);
		Set<CompiledLevel> levels = this.cells.keySet().stream().map(SummedCell::level).collect(Collectors.toSet());
		for (CompiledLevel level : levels) {
			List<PartialSums> sums = sumsOf(level);
			Stream<Suspect> words = this.words.stream()
				.flatMap((column) -> column.words().stream().map((word) -> new Suspect(level, column, word)));
			Stream.concat(words, Stream.of(new Suspect(level, null, "")))
				.filter((suspect) -> isTotalOfSeveral(suspect, sums) || isAlwaysTheOther(suspect, sums))
				.forEach(this.found::add);
		}
	}

	/**
	 * Of two words each has always the same numbers as the other. How odd that is goes by
	 * what all these numbers are multiples of.
	 */
	private static boolean isAlwaysTheOther(Suspect suspect, List<PartialSums> sums) {
		List<BigDecimal> pairs = new ArrayList<>();
		for (PartialSums parts : sums) {
			BigDecimal own = suspect.own(parts);
			BigDecimal others = parts.others(own);
			if (suspect.isOneOfTwo(parts) && (own.signum() != 0 || others.signum() != 0)) {
				if (own.compareTo(others) != 0) {
					return false;
				}
				pairs.add(own);
			}
		}
		return pairs.size() >= LEAST_PAIRS && PartialSums.together(pairs) >= 2 * UNLIKELY;
	}

	private boolean isTotalOfSeveral(Suspect suspect, List<PartialSums> sums) {
		double evidence = 0;
		int hits = 0;
		int misses = 0;
		Set<BigDecimal> counted = new HashSet<>();
		for (PartialSums parts : sums) {
			BigDecimal own = suspect.own(parts);
			if (suspect.isTelling(parts) && own.signum() != 0 && parts.others(own).signum() != 0) {
				boolean total = parts.isTotalOfOthers(own);
				misses += total ? 0 : 1;
				if (total && suspect.column == null) {
					this.largest.add(parts.largestLine());
				}
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
			.filter((each) -> each.getKey().level() == level)
			.flatMap((each) -> each.getValue().values().stream())
			.toList();
	}

	/**
	 * The total that is among the lines of a figure and what it comes to, in words; empty
	 * for none.
	 */
	public Optional<String> among(SummedCell cell, CompiledFigure figure) {
		Map<Integer, PartialSums> terms = this.cells.getOrDefault(cell, Map.of());
		List<PartialSums> sums = figure.terms()
			.stream()
			.map((term) -> terms.get(term.number()))
			.flatMap(Stream::ofNullable)
			.toList();
		return this.found.stream()
			.filter((total) -> total.level == cell.level())
			.flatMap((total) -> sums.stream()
				.filter((parts) -> total.isIn(parts, this.largest))
				.map((parts) -> inWords(total, parts)))
			.findFirst()
			.or(() -> sums.stream()
				.filter((parts) -> this.grand.contains(parts.largestLine()))
				.map((parts) -> this.columns.inWords(parts.largestLine(), 0))
				.findFirst())
			.or(() -> sums.stream()
				.filter(PartialSums::areHalvedByWord)
				.map((parts) -> this.columns.inWords(parts.mentionedLine(), 0))
				.findFirst())
			.map((total) -> total + ", which comes to what all others come to, or half of that")
			.or(() -> sums.stream()
				.flatMap((parts) -> this.subtotals.among(cell, parts).stream())
				.findFirst()
				.map(this::inWords));
	}

	private String inWords(Subtotals.Subtotal found) {
		return this.columns.inWords(found.line(), 0) + found.comesTo().words();
	}

	private String inWords(Suspect total, PartialSums parts) {
		return (total.column == null) ? this.columns.inWords(parts.largestLine(), 0) : "\"" + Reject.legible(total.word)
				+ "\" in column \"" + this.columns.header().wholeName(total.column.position()) + "\"";
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
			return (this.column == null) ? parts.largest() : parts.of(this.column, this.word);
		}

		/** Whether there are others enough that they seldom come to the same. */
		boolean isTelling(PartialSums parts) {
			return ((this.column == null) ? parts.lines() : parts.words(this.column)) > 2;
		}

		/** Whether it is one of two words. */
		boolean isOneOfTwo(PartialSums parts) {
			return this.column != null && parts.words(this.column) == 2;
		}

		/**
		 * Whether a total is among the lines: with its word, or to the number, or on a
		 * line that is one in another figure.
		 */
		boolean isIn(PartialSums parts, Set<Long> largest) {
			BigDecimal own = own(parts);
			BigDecimal others = parts.others(own);
			return own.signum() != 0 && others.signum() != 0 && (this.column != null
					|| (isTelling(parts) && (parts.isTotalOfOthers(own) || largest.contains(parts.largestLine()))));
		}

	}

}

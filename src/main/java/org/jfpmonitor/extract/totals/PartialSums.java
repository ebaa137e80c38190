package org.jfpmonitor.extract.totals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jfpmonitor.extract.row.Row;

/** What the lines of one term of one figure have come to, and what parts of them. */
final class PartialSums {

	private static final int MILLIONTHS = 6;

	private static final BigInteger ONE = BigInteger.TEN.pow(MILLIONTHS);

	/** Of more lines, each by itself is not kept. */
	private static final int MOST_EACH = 60;

	/** One more, one less, and twice, beside the number itself. */
	private static final double WAYS = 4;

	/**
	 * In powers of ten, how unlikely chance must be for lines that have a word of totals.
	 */
	private static final double LIKELY = 1;

	private BigDecimal sum = BigDecimal.ZERO;

	/** What all its numbers are multiples of, in millionths. */
	private BigInteger step = BigInteger.ZERO;

	/** Of the words but the first, which has the rest. */
	private final Map<WordColumn, Map<Integer, BigDecimal>> byWord = new HashMap<>();

	/** Of the first words, as far as they were asked for since the last line. */
	private final Map<WordColumn, BigDecimal> ofFirst = new HashMap<>(0);

	/** What the lines come to that have a word of totals, and the last of them. */
	private BigDecimal mentioned = BigDecimal.ZERO;

	private long mentionedLine;

	private BigDecimal largest = BigDecimal.ZERO;

	private long largestLine;

	/** Those that come to something. */
	private int lines;

	/** Each of them, while there are few; empty as soon as there are more. */
	private List<AddedLine> each = new ArrayList<>(0);

	/**
	 * A line comes to the number.
	 * @param columns those in which it has another word than the first
	 * @return how many numbers more are kept for it
	 */
	int add(BigDecimal number, long line, List<WordColumn> columns, boolean isMentioned) {
		this.ofFirst.clear();
		this.sum = this.sum.add(number);
		this.step = this.step.gcd(number.movePointRight(MILLIONTHS).toBigInteger());
		this.lines++;
		if (this.lines <= MOST_EACH) {
			this.each.add(new AddedLine(line, number));
		}
		else {
			this.each = List.of();
		}
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
	 * In powers of ten, how many numbers it might as well have been. Round ones, such as
	 * 1000, 2000 and 3000, come to each other as seldom as 1, 2 and 3; and there are some
	 * ways more to come near a number, or to twice it.
	 */
	double oddness(BigDecimal own) {
		double steps = steps(own, this.step);
		return Math.log10(Math.max(1, (own.compareTo(others(own)) == 0) ? steps : steps / WAYS));
	}

	/** The same, where that many places were looked at. */
	double oddness(BigDecimal own, int places) {
		return Math.log10(Math.max(1, steps(own, this.step) / (WAYS * places)));
	}

	/** The same of a number among the lines of several. */
	static double oddness(List<PartialSums> several, BigDecimal own) {
		BigInteger step = several.stream().map((each) -> each.step).reduce(BigInteger.ZERO, BigInteger::gcd);
		return Math.log10(Math.max(1, steps(own, step) / WAYS));
	}

	private static double steps(BigDecimal number, BigInteger step) {
		return number.abs().movePointRight(MILLIONTHS).doubleValue() / Math.max(1, step.doubleValue());
	}

	/** The same of all numbers together. */
	static double together(List<BigDecimal> numbers) {
		List<BigInteger> millionths = numbers.stream()
			.map((number) -> number.movePointRight(MILLIONTHS).toBigInteger().abs())
			.toList();
		BigInteger step = millionths.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
		return millionths.stream()
			.mapToDouble((each) -> Math.log10(Math.max(1, each.divide(step).doubleValue())))
			.sum();
	}

	/**
	 * Whether all others come to the number, but for one that rounding may add; or to
	 * twice the number, as where there are subtotals among them.
	 */
	boolean isTotalOfOthers(BigDecimal own) {
		BigDecimal others = others(own);
		return isAbout(others, own) || others.compareTo(own.add(own)) == 0;
	}

	/** Whether they come to the number, but for one that rounding may add. */
	boolean isAbout(BigDecimal others, BigDecimal own) {
		boolean whole = this.step.compareTo(ONE) >= 0;
		return others.subtract(own).abs().compareTo(whole ? BigDecimal.ONE : BigDecimal.ZERO) <= 0;
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
		return (id == WordColumn.FIRST) ? ofFirst(column)
				: this.byWord.getOrDefault(column, Map.of()).getOrDefault(id, BigDecimal.ZERO);
	}

	private BigDecimal ofFirst(WordColumn column) {
		return this.ofFirst.computeIfAbsent(column,
				(each) -> this.byWord.getOrDefault(each, Map.of())
					.values()
					.stream()
					.reduce(this.sum, BigDecimal::subtract));
	}

	/** How many words of the column its lines have. */
	int words(WordColumn column) {
		return this.byWord.getOrDefault(column, Map.of()).size() + ((ofFirst(column).signum() != 0) ? 1 : 0);
	}

	/** What the largest line comes to. */
	BigDecimal largest() {
		return this.largest;
	}

	long largestLine() {
		return this.largestLine;
	}

	/** The last line that has a word of totals; 0 for none. */
	long mentionedLine() {
		return this.mentionedLine;
	}

	/** Each line that comes to something, in their order; none where there are many. */
	List<AddedLine> each() {
		return Collections.unmodifiableList(this.each);
	}

	/** How many lines come to something. */
	int lines() {
		return this.lines;
	}

	/**
	 * One line.
	 *
	 * @param number its number in the file
	 * @param comesTo what it comes to
	 */
	record AddedLine(long number, BigDecimal comesTo) {

	}

	/** A column of words, with a number for each. */
	static final class WordColumn {

		/** The word that came first, and in most columns is the only one. */
		static final int FIRST = 0;

		/** Columns with more words tell lines apart, not kinds of lines. */
		private static final int MOST_WORDS = 24;

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

		/** Whether the row looked at last has the word that came first. */
		boolean isAtFirst() {
			return this.id == FIRST;
		}

		/** All its words, in the order they came. */
		Set<String> words() {
			return this.ids.keySet();
		}

		/** Where it is, counting from 0. */
		int position() {
			return this.position;
		}

	}

}

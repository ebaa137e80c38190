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
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.totals.PartialSums.AddedLine;
import org.jfpmonitor.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Lines of which no single one is the total of all others, but that hold the same twice:
 * those from one on come to what those above it come to, as where subtotals stand
 * together at the end, or the same is split once more; or a line comes to what those come
 * to that stand between it and the subtotal before it, or behind it.
 */
final class Subtotals {

	/** Fewer come to each other too easily. */
	private static final int FEWEST_LINES = 4;

	private static final int MOST_COPIES = 3;

	/** In powers of ten, how unlikely chance must be. */
	private static final double UNLIKELY = 3;

	private final Map<LinesOf, Set<LinePlace>> places = new HashMap<>();

	private Subtotals() {
	}

	/** There are none. */
	static Subtotals none() {
		return new Subtotals();
	}

	/**
	 * Looks at the figures of each organisation together, of whatever period, and at
	 * those of all organisations of a level: lines at one place are subtotals that are so
	 * in numbers which chance would hardly make, and in more of them than not.
	 * @param cells by the number of the term, what the lines of each organisation came to
	 */
	static Subtotals in(Map<SummedCell, Map<Integer, PartialSums>> cells) {
		Map<LinesOf, List<PartialSums>> together = new HashMap<>();
		cells.forEach((cell, terms) -> LinesOf.of(cell)
			.forEach((whose) -> together.computeIfAbsent(whose, (each) -> new ArrayList<>()).addAll(terms.values())));
		Subtotals found = new Subtotals();
		together.forEach((whose, sums) -> found.places.put(whose, places(sums)));
		return found;
	}

	/** The first that is among the lines of a figure; empty for none. */
	Optional<Subtotal> among(SummedCell cell, PartialSums parts) {
		Set<LinePlace> ofCell = LinesOf.of(cell)
			.flatMap((whose) -> this.places.getOrDefault(whose, Set.of()).stream())
			.collect(Collectors.toSet());
		return subtotals(parts).keySet()
			.stream()
			.filter(ofCell::contains)
			.min(LinePlace::compareTo)
			.map((place) -> new Subtotal(parts.each().get(place.number).number(), place.comesTo));
	}

	private static Set<LinePlace> places(List<PartialSums> sums) {
		Map<LinePlace, Set<BigDecimal>> hits = new HashMap<>();
		Map<LinePlace, Double> evidence = new HashMap<>();
		List<Map<LinePlace, BigDecimal>> ofEach = sums.stream().map(Subtotals::subtotals).toList();
		for (int i = 0; i < sums.size(); i++) {
			PartialSums parts = sums.get(i);
			ofEach.get(i).forEach((place, own) -> {
				if (hits.computeIfAbsent(place, (each) -> new HashSet<>()).add(own.stripTrailingZeros())) {
					evidence.merge(place, parts.oddness(own, ComesTo.values().length * parts.each().size()),
							Double::sum);
				}
			});
		}
		evidence.keySet().removeIf((place) -> {
			long misses = 0;
			for (int i = 0; i < sums.size(); i++) {
				boolean asked = sums.get(i).each().size() > Math.max(place.number, FEWEST_LINES - 1);
				misses += (asked && !ofEach.get(i).containsKey(place)) ? 1 : 0;
			}
			return evidence.getOrDefault(place, 0.0) < UNLIKELY || hits.getOrDefault(place, Set.of()).size() <= misses;
		});
		return evidence.keySet();
	}

	/** Each place where lines come to what others came to, with the number. */
	private static Map<LinePlace, BigDecimal> subtotals(PartialSums parts) {
		List<AddedLine> lines = parts.each();
		Map<LinePlace, BigDecimal> found = new HashMap<>();
		if (lines.size() < FEWEST_LINES) {
			return found;
		}
		BigDecimal above = BigDecimal.ZERO;
		for (int i = 0; i < lines.size() - 1; i++) {
			if (i > 1 && isAboveAgain(parts.others(above), above)) {
				found.put(new LinePlace(i, ComesTo.ALL_ABOVE), above);
			}
			above = above.add(lines.get(i).comesTo());
		}
		inTurn(lines, 0, 1, ComesTo.THOSE_ABOVE, found);
		inTurn(lines, lines.size() - 1, -1, ComesTo.THOSE_BELOW, found);
		return found;
	}

	/** Once, or twice and three times where there are as many copies. */
	private static boolean isAboveAgain(BigDecimal below, BigDecimal above) {
		return IntStream.rangeClosed(1, MOST_COPIES)
			.anyMatch((times) -> above.multiply(BigDecimal.valueOf(times)).compareTo(below) == 0);
	}

	/** Those that come to what stands between them and the one before, in a direction. */
	private static void inTurn(List<AddedLine> lines, int first, int step, ComesTo comesTo,
			Map<LinePlace, BigDecimal> found) {
		BigDecimal between = BigDecimal.ZERO;
		int count = 0;
		for (int i = first; i >= 0 && i < lines.size(); i += step) {
			BigDecimal number = lines.get(i).comesTo();
			if (count > 1 && between.compareTo(number) == 0) {
				found.put(new LinePlace(i, comesTo), number);
				between = BigDecimal.ZERO;
				count = 0;
			}
			else {
				between = between.add(number);
				count++;
			}
		}
	}

	/** What a line that may be a subtotal comes to. */
	enum ComesTo {

		/** With all below it, to what all above it come to, once or a few times. */
		ALL_ABOVE(" and those below, which come to what all above them come to, or twice or three times that"),
		/** By itself, to what those above it come to, up to the one before. */
		THOSE_ABOVE(", which comes to what the lines above it come to"),
		/** By itself, to what those below it come to, up to the next. */
		THOSE_BELOW(", which comes to what the lines below it come to");

		private final String words;

		ComesTo(String words) {
			this.words = words;
		}

		/** Said behind the number of the line. */
		String words() {
			return this.words;
		}

	}

	/**
	 * A line that comes to what others come to.
	 *
	 * @param line its number in the file
	 * @param comesTo to what
	 */
	record Subtotal(long line, ComesTo comesTo) {

	}

	/**
	 * Where lines of one figure may be subtotals.
	 *
	 * @param number which of the lines of the figure, counting from 0
	 * @param comesTo to what they come there
	 */
	private record LinePlace(int number, ComesTo comesTo) implements Comparable<LinePlace> {

		@Override
		public int compareTo(LinePlace other) {
			return (this.number != other.number) ? Integer.compare(this.number, other.number)
					: this.comesTo.compareTo(other.comesTo);
		}

	}

	/**
	 * LinesOf lines, of whatever period.
	 *
	 * @param level at which figures
	 * @param organisation whose; null for those of all
	 */
	private record LinesOf(CompiledLevel level, @Nullable Organisation organisation) {

		/** The organisation's own, and those of all. */
		static Stream<LinesOf> of(SummedCell cell) {
			return Stream.of(new LinesOf(cell.level(), cell.organisation()), new LinesOf(cell.level(), null));
		}

	}

}

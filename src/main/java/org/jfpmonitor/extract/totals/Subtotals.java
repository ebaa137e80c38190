package org.jfpmonitor.extract.totals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jfpmonitor.extract.compiled.CompiledLevel;
import org.jfpmonitor.extract.totals.PartialSums.Line;
import org.jfpmonitor.organisation.Organisation;

/**
 * Lines of which no single one is the total of all others, but that hold the same twice:
 * those from one on come to what those above it come to, as where subtotals stand
 * together at the end, or the same is split once more; or a line comes to what those come
 * to that stand between it and the subtotal before.
 */
final class Subtotals {

	/** Fewer come to each other too easily. */
	private static final int FEWEST_LINES = 4;

	/** In powers of ten, how unlikely chance must be. */
	private static final double UNLIKELY = 3;

	private final Map<Whose, Set<Place>> places = new HashMap<>();

	private Subtotals() {
	}

	/** There are none. */
	static Subtotals none() {
		return new Subtotals();
	}

	/**
	 * Looks at the figures of each organisation together, of whatever period: its lines
	 * at one place are subtotals that are so in numbers which chance would hardly make,
	 * and in more of them than not.
	 * @param cells by the number of the term, what the lines of each organisation came to
	 */
	static Subtotals in(Map<SummedCell, Map<Integer, PartialSums>> cells) {
		Map<Whose, List<PartialSums>> together = new HashMap<>();
		cells.forEach((cell, terms) -> together.computeIfAbsent(Whose.of(cell), (each) -> new ArrayList<>())
			.addAll(terms.values()));
		Subtotals found = new Subtotals();
		together.forEach((whose, sums) -> found.places.put(whose, places(sums)));
		return found;
	}

	/** The first that is among the lines of a figure; empty for none. */
	Optional<Subtotal> among(SummedCell cell, PartialSums parts) {
		Set<Place> ofCell = this.places.getOrDefault(Whose.of(cell), Set.of());
		return subtotals(parts).keySet()
			.stream()
			.filter(ofCell::contains)
			.min(Place::compareTo)
			.map((place) -> new Subtotal(parts.each().get(place.number).number(), place.andAllBelow));
	}

	private static Set<Place> places(List<PartialSums> sums) {
		Map<Place, Set<BigDecimal>> hits = new HashMap<>();
		Map<Place, Double> evidence = new HashMap<>();
		List<Map<Place, BigDecimal>> ofEach = sums.stream().map(Subtotals::subtotals).toList();
		for (int i = 0; i < sums.size(); i++) {
			PartialSums parts = sums.get(i);
			ofEach.get(i).forEach((place, own) -> {
				if (hits.computeIfAbsent(place, (each) -> new HashSet<>()).add(own.stripTrailingZeros())) {
					evidence.merge(place, parts.oddness(own, parts.each().size()), Double::sum);
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
	private static Map<Place, BigDecimal> subtotals(PartialSums parts) {
		List<Line> lines = parts.each();
		Map<Place, BigDecimal> found = new HashMap<>();
		if (lines.size() < FEWEST_LINES) {
			return found;
		}
		BigDecimal above = BigDecimal.ZERO;
		BigDecimal between = BigDecimal.ZERO;
		int count = 0;
		for (int i = 0; i < lines.size(); i++) {
			BigDecimal number = lines.get(i).comesTo();
			if (i > 1 && i < lines.size() - 1 && parts.others(above).compareTo(above) == 0) {
				found.put(new Place(i, true), above);
			}
			if (count > 1 && between.compareTo(number) == 0) {
				found.put(new Place(i, false), number);
				between = BigDecimal.ZERO;
				count = 0;
			}
			else {
				between = between.add(number);
				count++;
			}
			above = above.add(number);
		}
		return found;
	}

	/**
	 * A line that comes to what others above it come to.
	 *
	 * @param line its number in the file
	 * @param andAllBelow whether it does so with all below it; else by itself
	 */
	record Subtotal(long line, boolean andAllBelow) {

	}

	/**
	 * Where lines of one figure may be subtotals.
	 *
	 * @param number which of the lines of the figure, counting from 0
	 * @param andAllBelow whether all below belong to it
	 */
	private record Place(int number, boolean andAllBelow) implements Comparable<Place> {

		@Override
		public int compareTo(Place other) {
			return (this.number != other.number) ? Integer.compare(this.number, other.number)
					: Boolean.compare(this.andAllBelow, other.andAllBelow);
		}

	}

	/**
	 * Whose lines, of whatever period.
	 *
	 * @param level at which figures
	 * @param organisation whose
	 */
	private record Whose(CompiledLevel level, Organisation organisation) {

		static Whose of(SummedCell cell) {
			return new Whose(cell.level(), cell.organisation());
		}

	}

}

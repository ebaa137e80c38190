package org.jfpmonitor.extract.totals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.compiled.CompiledLevel;

/**
 * Lines of one organisation that come to what the lines of all organisations of its kind
 * come to in the file: a total of all, under the code of one.
 */
final class GrandTotals {

	/** Two lines are the sum of each other too easily. */
	private static final int FEWEST_OTHERS = 3;

	/** In powers of ten, how unlikely chance must be. */
	private static final double UNLIKELY = 3;

	private GrandTotals() {
	}

	/**
	 * The numbers of such lines.
	 * @param cells by the number of the term, what the lines of each organisation came to
	 */
	static Set<Long> lines(Map<SummedCell, Map<Integer, PartialSums>> cells) {
		Map<Group, List<Member>> groups = new HashMap<>();
		cells.forEach((cell,
				terms) -> terms.forEach((term, parts) -> groups
					.computeIfAbsent(new Group(cell.level(), term, cell.period()), (each) -> new ArrayList<>())
					.add(new Member(cell, parts))));
		Map<Long, Set<BigDecimal>> hits = new HashMap<>();
		Map<Long, Double> evidence = new HashMap<>();
		Set<Long> misses = new HashSet<>();
		groups.values().stream().filter(GrandTotals::mayHaveOne).forEach((members) -> {
			PartialSums largest = largest(members).parts;
			BigDecimal own = largest.largest();
			BigDecimal others = members.stream()
				.map((each) -> each.parts.others(BigDecimal.ZERO))
				.reduce(BigDecimal.ZERO, BigDecimal::add)
				.subtract(own);
			if (!largest.isAbout(others, own)) {
				misses.add(largest.largestLine());
			}
			else if (hits.computeIfAbsent(largest.largestLine(), (line) -> new HashSet<>())
				.add(own.stripTrailingZeros())) {
				double odd = PartialSums.oddness(members.stream().map(Member::parts).toList(), own);
				evidence.merge(largest.largestLine(), odd, Double::sum);
			}
		});
		return evidence.entrySet()
			.stream()
			.filter((each) -> each.getValue() >= UNLIKELY && !misses.contains(each.getKey()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toSet());
	}

	/** Enough lines besides, and all of one kind of organisation: a region is a sum. */
	private static boolean mayHaveOne(List<Member> members) {
		long kinds = members.stream().map((each) -> each.cell.organisation().kind()).distinct().count();
		int lines = members.stream().mapToInt((each) -> each.parts.lines()).sum();
		return kinds == 1 && lines > FEWEST_OTHERS && largest(members).parts.largest().signum() > 0;
	}

	private static Member largest(List<Member> members) {
		return members.stream()
			.reduce((one, other) -> (other.parts.largest().compareTo(one.parts.largest()) > 0) ? other : one)
			.orElseThrow();
	}

	/**
	 * Numbers that add up to each other, if any.
	 *
	 * @param level at which figures
	 * @param term of which term
	 * @param period for when
	 */
	private record Group(CompiledLevel level, int term, Period period) {

	}

	/**
	 * One organisation in a group.
	 *
	 * @param cell whose lines
	 * @param parts what they came to
	 */
	private record Member(SummedCell cell, PartialSums parts) {

	}

}

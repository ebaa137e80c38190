package org.jfpmonitor.publication.comparison;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.plan.Unit;

/**
 * The figures of one kind of organisations in words: as everywhere, but with further
 * decimals where those of different ranks would look the same.
 */
final class RankedFigures {

	private static final int MOST_DECIMALS = 24;

	private final Unit unit;

	/** The values that are written alike, by how that is. */
	private final Map<String, Set<BigDecimal>> alike;

	/**
	 * Those of some organisations.
	 * @param ranked the values that have a rank
	 */
	RankedFigures(Unit unit, Collection<BigDecimal> ranked) {
		this.unit = unit;
		this.alike = ranked.stream()
			.map(BigDecimal::stripTrailingZeros)
			.collect(Collectors.groupingBy(unit::inWords, Collectors.toSet()));
	}

	/** The value in words. */
	String inWords(BigDecimal value) {
		String usual = this.unit.inWords(value);
		Set<BigDecimal> others = this.alike.getOrDefault(usual, Set.of());
		if (others.size() < 2) {
			return usual;
		}
		for (int decimals = this.unit.usualDecimals(); decimals <= MOST_DECIMALS; decimals++) {
			int atMost = decimals;
			long different = others.stream().map((each) -> this.unit.inWords(each, atMost)).distinct().count();
			if (different == others.size()) {
				return this.unit.inWords(value, decimals);
			}
		}
		return usual;
	}

}

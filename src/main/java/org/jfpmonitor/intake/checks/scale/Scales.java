package org.jfpmonitor.intake.checks.scale;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/** How many times one figure is of another, and how figures are named. */
final class Scales {

	/** Of a share, one percent or less may be a fraction. */
	static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

	/** Beside a fifth or more, it is. */
	static final BigDecimal A_FIFTH = new BigDecimal("0.2");

	private static final int MOST_NAMED = 3;

	private static final int DECIMALS = 3;

	/** Both are "about": within the square root of two. */
	private static final BigDecimal LEAST = new BigDecimal("0.7");

	private static final BigDecimal MOST = new BigDecimal("1.43");

	private Scales() {
	}

	/** Whether there is a scale to speak of: zero has none. */
	static boolean isComparable(@Nullable BigDecimal value) {
		return value != null && value.signum() > 0;
	}

	/**
	 * What {@code now} is of {@code before}; empty unless it is about a hundred or a
	 * thousand times as much, or so small a part.
	 */
	static Optional<String> between(@Nullable BigDecimal before, BigDecimal now) {
		if (before == null) {
			return Optional.empty();
		}
		if (isAbout(100, now, before)) {
			return Optional.of("a hundred times as much");
		}
		if (isAbout(1000, now, before)) {
			return Optional.of("a thousand times as much");
		}
		if (isAbout(100, before, now)) {
			return Optional.of("a hundredth");
		}
		return isAbout(1000, before, now) ? Optional.of("a thousandth") : Optional.empty();
	}

	/** Whether the greater is about that many times the lesser, which is above zero. */
	static boolean isAbout(int times, BigDecimal greater, BigDecimal lesser) {
		BigDecimal ratio = greater.divide(lesser, MathContext.DECIMAL64)
			.divide(BigDecimal.valueOf(times), MathContext.DECIMAL64);
		return ratio.compareTo(LEAST) >= 0 && ratio.compareTo(MOST) <= 0;
	}

	/** Those read, the oldest first. */
	static SortedMap<OrganisationCode, List<Observation>> byOrganisation(MeasureFigures figures) {
		return figures.read()
			.stream()
			.sorted(Comparator.comparing((Observation each) -> each.cell().period()))
			.collect(Collectors.groupingBy((each) -> each.cell().organisation(), TreeMap::new, Collectors.toList()));
	}

	/** As {@code QMM has 0.71% for March 2025}. */
	static String inWords(Observation each, Measure measure) {
		return each.cell().organisation() + " has " + valueInWords(each, measure.unit()) + " for "
				+ each.cell().period().inWords();
	}

	/** To three decimals, with its unit. */
	static String valueInWords(Observation observation, Unit unit) {
		BigDecimal value = observation.figure().value();
		return (value != null) ? unit.inWords(value, DECIMALS) : "none";
	}

	/** The first three, and how many more there are. */
	static String named(List<String> found) {
		return named(found, "");
	}

	/** The first three, and how many more there are of what. */
	static String named(List<String> found, String what) {
		int more = found.size() - MOST_NAMED;
		return found.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
				+ ((more > 0) ? "; and so " + (what.isEmpty() ? more + " more" : "for " + more + " more " + what) : "");
	}

}

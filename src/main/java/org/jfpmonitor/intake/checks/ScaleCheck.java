package org.jfpmonitor.intake.checks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Whether new figures are about a hundred or a thousand times those before them, or so
 * small a part: a percent stored as a fraction, thousands written as ones. Nothing of it
 * is guessed right, so that it is only said.
 */
final class ScaleCheck {

	private static final int MOST_NAMED = 3;

	private static final int DECIMALS = 3;

	/** Both are "about": within the square root of two. */
	private static final BigDecimal LEAST = new BigDecimal("0.7");

	private static final BigDecimal MOST = new BigDecimal("1.43");

	private ScaleCheck() {
	}

	/** One for each organisation whose figures are on another scale. */
	static List<Shift> check(MeasureFigures figures) {
		SortedMap<OrganisationCode, List<Observation>> byOrganisation = figures.read()
			.stream()
			.sorted(Comparator.comparing((Observation each) -> each.cell().period()))
			.collect(Collectors.groupingBy((each) -> each.cell().organisation(), TreeMap::new, Collectors.toList()));
		return byOrganisation.values().stream().flatMap((each) -> shift(each, figures).stream()).toList();
	}

	private static Optional<Shift> shift(List<Observation> ofOne, MeasureFigures figures) {
		Observation first = ofOne.get(0);
		Observation before = figures.heldBefore(first.cell().organisation(), first.cell().period())
			.descendingMap()
			.values()
			.stream()
			.map(Revision::observation)
			.filter((each) -> isComparable(each.figure().value()))
			.findFirst()
			.orElse(null);
		Map<String, List<Observation>> shifted = new LinkedHashMap<>();
		Observation expected = before;
		for (Observation each : ofOne) {
			BigDecimal now = each.figure().value();
			if (now == null || !isComparable(now)) {
				continue;
			}
			Optional<String> scale = (before != null && isNews(each, figures)) ? scale(before.figure().value(), now)
					: Optional.empty();
			if (scale.isPresent()) {
				shifted.computeIfAbsent(scale.get(), (key) -> new ArrayList<>()).add(each);
				expected = before;
			}
			else {
				before = each;
			}
		}
		Observation reference = expected;
		return (reference == null) ? Optional.empty()
				: shifted.entrySet()
					.stream()
					.findFirst()
					.map((each) -> new Shift(reference, each.getValue(), each.getKey()));
	}

	private static boolean isComparable(@Nullable BigDecimal value) {
		return value != null && value.signum() > 0;
	}

	/** A file that holds all history would otherwise say the same each month. */
	private static boolean isNews(Observation observation, MeasureFigures figures) {
		BigDecimal now = observation.figure().value();
		BigDecimal held = figures.held(observation.cell()).map((each) -> each.figure().value()).orElse(null);
		return held == null || now == null || held.compareTo(now) != 0;
	}

	private static Optional<String> scale(@Nullable BigDecimal before, BigDecimal now) {
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

	private static boolean isAbout(int times, BigDecimal greater, BigDecimal lesser) {
		BigDecimal ratio = greater.divide(lesser, MathContext.DECIMAL64).divide(BigDecimal.valueOf(times));
		return ratio.compareTo(LEAST) >= 0 && ratio.compareTo(MOST) <= 0;
	}

	/** Names measure, periods and values. */
	static String inWords(List<Shift> shifts, MeasureFigures figures) {
		Unit unit = figures.measure().unit();
		String named = shifts.stream()
			.limit(MOST_NAMED)
			.map((each) -> each.inWords(unit))
			.collect(Collectors.joining("; "));
		int more = shifts.size() - MOST_NAMED;
		return "Expected figures of " + figures.measure().id() + " near those before: " + named
				+ ((more > 0) ? "; and so for " + more + " more organisations" : "")
				+ ". If the file counts in another unit, such as 0.726 for 72.6%, correct it and import it again.";
	}

	/**
	 * Figures of one organisation on another scale than before.
	 *
	 * @param before the last figure on the scale before
	 * @param now those on another one
	 * @param scale how much they are of it
	 */
	record Shift(Observation before, List<Observation> now, String scale) {

		OrganisationCode organisation() {
			return this.before.cell().organisation();
		}

		String inWords(Unit unit) {
			String found = this.now.stream()
				.limit(MOST_NAMED)
				.map((each) -> value(each, unit) + " for " + each.cell().period().inWords())
				.collect(Collectors.joining(", "));
			return organisation() + " had " + value(this.before, unit) + " for " + this.before.cell().period().inWords()
					+ ", found " + found + ", about " + this.scale;
		}

		private static String value(Observation observation, Unit unit) {
			BigDecimal value = observation.figure().value();
			return (value != null) ? unit.inWords(value, DECIMALS) : "none";
		}

	}

}

package org.jfpmonitor.intake.checks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
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

	private static final int FEWEST_OTHERS = 3;

	private static final BigDecimal ONE_PERCENT = new BigDecimal("0.01");

	private static final BigDecimal A_FIFTH = new BigDecimal("0.2");

	/** Both are "about": within the square root of two. */
	private static final BigDecimal LEAST = new BigDecimal("0.7");

	private static final BigDecimal MOST = new BigDecimal("1.43");

	private ScaleCheck() {
	}

	/** One for each organisation whose figures are on another scale. */
	static List<Shift> check(MeasureFigures figures) {
		return byOrganisation(figures).values().stream().flatMap((each) -> shift(each, figures).stream()).toList();
	}

	/** Those read, the oldest first. */
	private static SortedMap<OrganisationCode, List<Observation>> byOrganisation(MeasureFigures figures) {
		return figures.read()
			.stream()
			.sorted(Comparator.comparing((Observation each) -> each.cell().period()))
			.collect(Collectors.groupingBy((each) -> each.cell().organisation(), TreeMap::new, Collectors.toList()));
	}

	/**
	 * First figures of organisations that are judged, each held against a target of
	 * another scale; in words, empty for none. Of a share that is held against a fifth or
	 * more, one percent or less is taken for a fraction.
	 */
	static Optional<String> besideTargets(MeasureFigures figures) {
		Measure measure = figures.measure();
		if (measure.isTotalOfTheYear() || measure.isLimitOnTheYear()) {
			return Optional.empty();
		}
		List<String> found = byOrganisation(figures).values()
			.stream()
			.map((each) -> each.get(0))
			.filter((each) -> measure.organisations().contains(each.cell().organisation()))
			.filter((each) -> figures.lastHeld(each.cell()).isEmpty() && isComparable(each.figure().value()))
			.flatMap((each) -> measure.heldAgainst(each.cell().period())
				.stream()
				.filter((target) -> isOfOtherScale(measure.unit(), target,
						Objects.requireNonNull(each.figure().value())))
				.limit(1)
				.map((target) -> inWords(each, measure) + ", held against " + measure.unit().inWords(target)))
			.toList();
		return found.isEmpty() ? Optional.empty()
				: Optional.of("Expected first figures of " + measure.id() + " near what they are held against: "
						+ named(found) + ". If the file counts in another unit, such as "
						+ ((measure.unit() == Unit.PERCENT) ? "0.726 for 72.6%" : "thousands, or seconds for minutes")
						+ ", correct it and import it again.");
	}

	/**
	 * Shares without their parts of one percent or less, where at least three other
	 * organisations of the file have a fifth or more for the period, and none has
	 * anything between; in words, empty for none.
	 */
	static Optional<String> besideOthers(MeasureFigures figures) {
		Measure measure = figures.measure();
		if (measure.unit() != Unit.PERCENT) {
			return Optional.empty();
		}
		List<Observation> found = new ArrayList<>();
		figures.read()
			.stream()
			.filter((each) -> isComparable(each.figure().value()))
			.collect(Collectors.groupingBy((each) -> each.cell().period(), TreeMap::new, Collectors.toList()))
			.values()
			.forEach((ofPeriod) -> {
				List<Observation> small = ofPeriod.stream()
					.filter((each) -> each.figure().denominator() == null
							&& Objects.requireNonNull(each.figure().value()).compareTo(ONE_PERCENT) <= 0)
					.toList();
				long large = ofPeriod.stream()
					.filter((each) -> Objects.requireNonNull(each.figure().value()).compareTo(A_FIFTH) >= 0)
					.count();
				if (large >= FEWEST_OTHERS && large + small.size() == ofPeriod.size()) {
					found.addAll(small);
				}
			});
		return found.isEmpty() ? Optional.empty() : Optional
			.of("Expected figures of " + measure.id() + " near those of others in the file: "
					+ named(found.stream().map((each) -> inWords(each, measure)).toList())
					+ ", where others have a fifth or more. If that is 0.726 for 72.6%, correct it and import the file"
					+ " again.");
	}

	/**
	 * Local figures of things that are counted and come to a part of one, or to
	 * thousandths: they may be shares, or thousands; in words, empty for none.
	 */
	static Optional<String> partsOfCounts(MeasureFigures figures) {
		Measure measure = figures.measure();
		if (measure.unit() != Unit.COUNT) {
			return Optional.empty();
		}
		List<String> found = figures.read()
			.stream()
			.filter((each) -> each.coverage().isOfOneOrganisation())
			.filter((each) -> isOddCount(each.figure().value()))
			.map((each) -> inWords(each, measure))
			.toList();
		return found.isEmpty() ? Optional.empty() : Optional.of("Expected counts of " + measure.id()
				+ ", found numbers with parts: " + named(found)
				+ ". If these are shares, or a point stands between thousands, they are wrong: send the count as the value, such as"
				+ " 1234, and import the file again.");
	}

	private static String inWords(Observation each, Measure measure) {
		return each.cell().organisation() + " has " + Shift.value(each, measure.unit()) + " for "
				+ each.cell().period().inWords();
	}

	private static String named(List<String> found) {
		int more = found.size() - MOST_NAMED;
		return found.stream().limit(MOST_NAMED).collect(Collectors.joining("; "))
				+ ((more > 0) ? "; and so " + more + " more" : "");
	}

	private static boolean isOddCount(@Nullable BigDecimal value) {
		return value != null && value.signum() > 0
				&& (value.compareTo(BigDecimal.ONE) < 0 || value.stripTrailingZeros().scale() == DECIMALS);
	}

	private static boolean isOfOtherScale(Unit unit, BigDecimal target, BigDecimal now) {
		if (target.signum() <= 0) {
			return false;
		}
		boolean fraction = unit == Unit.PERCENT && now.compareTo(ONE_PERCENT) <= 0 && target.compareTo(A_FIFTH) >= 0;
		boolean seconds = (unit == Unit.MINUTES || unit == Unit.HOURS)
				&& (isAbout(60, now, target) || isAbout(60, target, now));
		return fraction || seconds || scale(target, now).isPresent();
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
		BigDecimal ratio = greater.divide(lesser, MathContext.DECIMAL64)
			.divide(BigDecimal.valueOf(times), MathContext.DECIMAL64);
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

package org.jfpmonitor.intake.checks.scale;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.observation.Revision;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Figures of one organisation on another scale than before.
 *
 * @param before the last figure on the scale before
 * @param now those on another one
 * @param scale how much they are of it
 */
record ScaleShift(Observation before, List<Observation> now, String scale) {

	private static final int MOST_PERIODS_NAMED = 3;

	/** One for each organisation whose figures are on another scale. */
	static List<ScaleShift> of(MeasureFigures figures) {
		return Scales.byOrganisation(figures)
			.values()
			.stream()
			.flatMap((each) -> ofOne(each, figures).stream())
			.toList();
	}

	private static Optional<ScaleShift> ofOne(List<Observation> read, MeasureFigures figures) {
		@Nullable Observation before = lastBefore(read.get(0), figures);
		Map<String, List<Observation>> shifted = new LinkedHashMap<>();
		@Nullable Observation expected = before;
		for (Observation each : read) {
			BigDecimal now = each.figure().value();
			if (now == null || !Scales.isComparable(now)) {
				continue;
			}
			Optional<String> scale = (before != null && isNews(each, figures))
					? Scales.between(before.figure().value(), now) : Optional.empty();
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
					.map((each) -> new ScaleShift(reference, each.getValue(), each.getKey()));
	}

	private static @Nullable Observation lastBefore(Observation first, MeasureFigures figures) {
		return figures.heldBefore(first.cell().organisation(), first.cell().period())
			.descendingMap()
			.values()
			.stream()
			.map(Revision::observation)
			.filter((each) -> Scales.isComparable(each.figure().value()))
			.findFirst()
			.orElse(null);
	}

	/** A file that holds all history would otherwise say the same each month. */
	private static boolean isNews(Observation observation, MeasureFigures figures) {
		BigDecimal now = observation.figure().value();
		BigDecimal held = figures.held(observation.cell()).map((each) -> each.figure().value()).orElse(null);
		return held == null || now == null || held.compareTo(now) != 0;
	}

	/** Names measure, periods and values; empty for none. */
	static Optional<String> inWords(List<ScaleShift> shifts, Measure measure) {
		return shifts.isEmpty() ? Optional.empty() : Optional
			.of("Expected figures of " + measure.id() + " near those before: "
					+ Scales.named(shifts.stream().map((each) -> each.inWords(measure.unit())).toList(),
							"organisations")
					+ ". If the file counts in another unit, such as 0.726 for 72.6%, correct it and import it again.");
	}

	OrganisationCode organisation() {
		return this.before.cell().organisation();
	}

	private String inWords(Unit unit) {
		String found = this.now.stream()
			.limit(MOST_PERIODS_NAMED)
			.map((each) -> Scales.valueInWords(each, unit) + " for " + each.cell().period().inWords())
			.collect(Collectors.joining(", "));
		return organisation() + " had " + Scales.valueInWords(this.before, unit) + " for "
				+ this.before.cell().period().inWords() + ", found " + found + ", about " + this.scale;
	}

}

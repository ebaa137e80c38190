package org.jfpmonitor.intake.checks.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;

/** Shares that some of a file write as fractions, and others as percents. */
final class Fractions {

	private static final int FEWEST_OTHERS = 3;

	private Fractions() {
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
			.filter((each) -> Scales.isComparable(each.figure().value()))
			.collect(Collectors.groupingBy((each) -> each.cell().period(), TreeMap::new, Collectors.toList()))
			.values()
			.forEach((ofPeriod) -> {
				List<Observation> small = ofPeriod.stream()
					.filter((each) -> each.figure().denominator() == null
							&& Objects.requireNonNull(each.figure().value()).compareTo(Scales.ONE_PERCENT) <= 0)
					.toList();
				long large = ofPeriod.stream()
					.filter((each) -> Objects.requireNonNull(each.figure().value()).compareTo(Scales.A_FIFTH) >= 0)
					.count();
				if (large >= FEWEST_OTHERS && large + small.size() == ofPeriod.size()) {
					found.addAll(small);
				}
			});
		return found.isEmpty() ? Optional.empty() : Optional
			.of("Expected figures of " + measure.id() + " near those of others in the file: "
					+ Scales.named(found.stream().map((each) -> Scales.inWords(each, measure)).toList())
					+ ", where others have a fifth or more. If that is 0.726 for 72.6%, correct it and import the file"
					+ " again.");
	}

}

package org.jfpmonitor.intake.checks.scale;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;

/**
 * Shares above 100%, as there may be where more beds are occupied than were counted: of
 * few organisations, and not of most that were not before.
 */
final class SharesAboveAll {

	private static final int FEWEST = 3;

	private SharesAboveAll() {
	}

	/** Where most of the newest period are; in words, empty for none. */
	static Optional<String> ofMost(MeasureFigures figures) {
		Measure measure = figures.measure();
		if (measure.unit() != Unit.PERCENT) {
			return Optional.empty();
		}
		List<Observation> all = figures.latest()
			.stream()
			.filter((each) -> Scales.isComparable(each.figure().value()))
			.toList();
		List<String> above = all.stream()
			.filter((each) -> isAboveAll(each)
					&& !figures.previous(each.cell()).filter(SharesAboveAll::isAboveAll).isPresent())
			.map((each) -> Scales.inWords(each, measure))
			.toList();
		return (above.size() < FEWEST || above.size() * 2 <= all.size()) ? Optional.empty()
				: Optional
					.of("Expected most figures of " + measure.id() + " to be 100% or less, found " + Scales.named(above)
							+ ". What is counted and what it is a part of may be exchanged; look at the columns.");
	}

	private static boolean isAboveAll(Observation observation) {
		BigDecimal value = observation.figure().value();
		return value != null && value.compareTo(BigDecimal.ONE) > 0;
	}

}

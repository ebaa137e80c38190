package org.jfpmonitor.intake.checks.scale;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;

/** First figures of an organisation: there are none before to hold them against. */
final class FirstFigures {

	private FirstFigures() {
	}

	/**
	 * Those of organisations that are judged, each held against a target of another
	 * scale; in words, empty for none. Of a share that is held against a fifth or more,
	 * one percent or less is taken for a fraction.
	 */
	static Optional<String> besideTargets(MeasureFigures figures) {
		Measure measure = figures.measure();
		if (measure.isTotalOfTheYear() || measure.isLimitOnTheYear()) {
			return Optional.empty();
		}
		List<String> found = Scales.byOrganisation(figures)
			.values()
			.stream()
			.map((each) -> each.get(0))
			.filter((each) -> measure.organisations().contains(each.cell().organisation()))
			.filter((each) -> figures.lastHeld(each.cell()).isEmpty() && Scales.isComparable(each.figure().value()))
			.flatMap((each) -> measure.heldAgainst(each.cell().period())
				.stream()
				.filter((target) -> isOfOtherScale(measure.unit(), target,
						Objects.requireNonNull(each.figure().value())))
				.limit(1)
				.map((target) -> Scales.inWords(each, measure) + ", held against " + measure.unit().inWords(target)))
			.toList();
		return found.isEmpty() ? Optional.empty()
				: Optional.of("Expected first figures of " + measure.id() + " near what they are held against: "
						+ Scales.named(found) + ". If the file counts in another unit, such as "
						+ ((measure.unit() == Unit.PERCENT) ? "0.726 for 72.6%" : "thousands, or seconds for minutes")
						+ ", correct it and import it again.");
	}

	private static boolean isOfOtherScale(Unit unit, BigDecimal target, BigDecimal now) {
		if (target.signum() <= 0) {
			return false;
		}
		boolean fraction = unit == Unit.PERCENT && now.compareTo(Scales.ONE_PERCENT) <= 0
				&& target.compareTo(Scales.A_FIFTH) >= 0;
		boolean seconds = (unit == Unit.MINUTES || unit == Unit.HOURS)
				&& (Scales.isAbout(60, now, target) || Scales.isAbout(60, target, now));
		return fraction || seconds || Scales.between(target, now).isPresent();
	}

}

package org.jfpmonitor.intake.checks.scale;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/** Counts that are no whole numbers: they may be shares, or thousands. */
final class PartsOfCounts {

	/** 1.234 may be 1,234 elsewhere. */
	private static final int DECIMALS_OF_A_THOUSAND = 3;

	private PartsOfCounts() {
	}

	/**
	 * Local figures of things that are counted and come to a part of one, or to
	 * thousandths; in words, empty for none.
	 */
	static Optional<String> in(MeasureFigures figures) {
		Measure measure = figures.measure();
		if (measure.unit() != Unit.COUNT) {
			return Optional.empty();
		}
		List<String> found = figures.read()
			.stream()
			.filter((each) -> each.coverage().isOfOneOrganisation())
			.filter((each) -> isOdd(each.figure().value()))
			.map((each) -> Scales.inWords(each, measure))
			.toList();
		return found.isEmpty() ? Optional.empty() : Optional.of("Expected counts of " + measure.id()
				+ ", found numbers with parts: " + Scales.named(found)
				+ ". If these are shares, or a point stands between thousands, they are wrong: send the count as the value, such as"
				+ " 1234, and import the file again.");
	}

	private static boolean isOdd(@Nullable BigDecimal value) {
		return value != null && value.signum() > 0 && (value.compareTo(BigDecimal.ONE) < 0
				|| value.stripTrailingZeros().scale() == DECIMALS_OF_A_THOUSAND);
	}

}

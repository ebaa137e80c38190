package org.jfpmonitor.intake.checks;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.extract.result.HeldFigureRule.NoCopiedPeriod;
import org.jfpmonitor.observation.Figure;
import org.jfpmonitor.observation.Observation;
import org.jspecify.annotations.Nullable;

/** Whether a period has, for every organisation, the very figures of the one before. */
final class CopiedPeriodCheck {

	private CopiedPeriodCheck() {
	}

	static List<String> check(MeasureFigures figures, NoCopiedPeriod rule) {
		Map<String, Map<Period, List<Observation>>> levels = figures.read()
			.stream()
			.filter((each) -> each.figure().value() != null)
			.collect(Collectors.groupingBy(Observation::scope, TreeMap::new,
					Collectors.groupingBy((each) -> each.cell().period(), TreeMap::new, Collectors.toList())));
		List<String> found = new ArrayList<>();
		levels.values().forEach((periods) -> periods.forEach((period, level) -> {
			long copies = copies(level, figures);
			if (copies >= rule.organisations()) {
				found.add("Expected new figures of " + figures.measure().id() + " for " + period.inWords()
						+ ", found those of the period before for all " + copies
						+ " organisations. The period seems to have been copied.");
			}
		}));
		return found;
	}

	/** How many are as before; 0 as soon as one is not, or when all are zero. */
	private static long copies(List<Observation> level, MeasureFigures figures) {
		long same = 0;
		boolean anything = false;
		for (Observation each : level) {
			Optional<Figure> before = figures.previous(each.cell())
				.map(Observation::figure)
				.filter((figure) -> figure.value() != null);
			if (before.isPresent()) {
				if (!isSame(each.figure(), before.get())) {
					return 0;
				}
				same++;
				anything = anything || !isSame(before.get().value(), BigDecimal.ZERO);
			}
		}
		return anything ? same : 0;
	}

	/** Whether the numbers are the same, as numbers. */
	static boolean isSame(Figure one, Figure other) {
		return isSame(one.value(), other.value()) && isSame(one.numerator(), other.numerator())
				&& isSame(one.denominator(), other.denominator());
	}

	private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? one == null && other == null : one.compareTo(other) == 0;
	}

}

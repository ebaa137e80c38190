package org.jfpmonitor.intake.checks;

import org.jfpmonitor.intake.checks.held.MeasureFigures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jfpmonitor.extract.result.HeldFigureRule.NoJump;
import org.jfpmonitor.observation.Cell;
import org.jfpmonitor.observation.Observation;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.Unit;

/**
 * Whether the newest figures of a measure are near those of the period before. Only the
 * newest, because files that hold all history would otherwise tell of the same old jump
 * each month.
 */
final class JumpCheck {

	private JumpCheck() {
	}

	/** By the organisation whose figure leaps. */
	static SortedMap<OrganisationCode, String> check(MeasureFigures figures, NoJump rule) {
		SortedMap<OrganisationCode, String> found = new TreeMap<>();
		if (figures.measure().id().equals(rule.measure())) {
			for (Observation each : figures.latest()) {
				BigDecimal now = each.figure().value();
				BigDecimal before = figures.previous(each.cell())
					.map((earlier) -> earlier.figure().value())
					.orElse(null);
				if (now != null && before != null && isJump(before, now, rule)) {
					found.put(each.cell().organisation(), inWords(each, before, now, figures.measure().unit()));
				}
			}
		}
		return found;
	}

	private static boolean isJump(BigDecimal before, BigDecimal now, NoJump rule) {
		if (before.signum() <= 0 || before.compareTo(rule.fromAtLeast()) < 0) {
			return false;
		}
		BigDecimal change = now.subtract(before).divide(before, MathContext.DECIMAL64);
		return change.abs().compareTo(rule.moreThan()) > 0;
	}

	private static String inWords(Observation observation, BigDecimal before, BigDecimal now, Unit unit) {
		Cell cell = observation.cell();
		return observation.place().asBeginning() + ": expected " + cell.measure() + " for " + cell.organisation()
				+ " in " + cell.period().inWords() + " near " + unit.inWords(before)
				+ ", the figure of the period before, found " + unit.inWords(now) + ". Ask whether it is right.";
	}

}

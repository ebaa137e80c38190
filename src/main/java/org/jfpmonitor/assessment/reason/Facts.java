package org.jfpmonitor.assessment.reason;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Unit;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a {@link Reason} in the one shape in which the API writes them and runs
 * record them, whatever the rule.
 *
 * @param unit the unit of {@code expected} and {@code observed}, or null when there are
 * none
 * @param expected the required value in base units, or null
 * @param observed the figure in base units, or null
 * @param period the period that the figure is for, or null
 * @param due the day that matters: a milestone's due day, the day from which a target
 * binds, the day a figure was due; or null
 * @param other a second day: forecast or achieved day, or the day of the plan's decision;
 * or null
 * @param count how many periods the target was held, or how many were asked for and are
 * missing; 0 where it does not apply
 * @param asked how many periods are asked for; 0 where it does not apply
 * @param names what is missing or decisive, by name: organisations without a figure,
 * parts that decided, parts not assessed
 */
public record Facts(@Nullable Unit unit, @Nullable BigDecimal expected, @Nullable BigDecimal observed,
		@Nullable Period period, @Nullable LocalDate due, @Nullable LocalDate other, int count, int asked,
		List<String> names) {

	public Facts {
		names = List.copyOf(names);
	}

	/** Of parts: how many there are, how many are not assessed, which are named. */
	static Facts ofParts(int unassessed, int parts, List<String> named) {
		return new Facts(null, null, null, null, null, null, unassessed, parts, named);
	}

	static Facts ofDays(@Nullable LocalDate due, @Nullable LocalDate other) {
		return new Facts(null, null, null, null, due, other, 0, 0, List.of());
	}

	/** Of a figure, without what it is held against where that is null. */
	static Facts ofFigure(Unit unit, @Nullable PeriodFigure figure, @Nullable BigDecimal expected) {
		return new Facts(unit, expected, (figure != null && figure.hasValue()) ? figure.value() : null,
				(figure != null) ? figure.period() : null, null, null, 0, 0, List.of());
	}

	Facts on(@Nullable LocalDate dueDay, @Nullable LocalDate otherDay) {
		return new Facts(this.unit, this.expected, this.observed, this.period, dueDay, otherDay, this.count, this.asked,
				this.names);
	}

	Facts counting(int number, int outOf) {
		return new Facts(this.unit, this.expected, this.observed, this.period, this.due, this.other, number, outOf,
				this.names);
	}

	Facts naming(List<String> all) {
		return new Facts(this.unit, this.expected, this.observed, this.period, this.due, this.other, this.count,
				this.asked, all);
	}

}

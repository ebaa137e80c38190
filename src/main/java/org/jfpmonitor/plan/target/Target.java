package org.jfpmonitor.plan.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jfpmonitor.calendar.Period;
import org.jspecify.annotations.Nullable;

/**
 * What is promised of a measure.
 *
 * @param kind whether it is to be reached once or kept for good
 * @param basis which figure is judged
 * @param baseline where the measure stood before, or null when the plan does not say
 * @param trajectory the required values over time
 * @param sustainedFor how many periods in a row, the latest included, must meet the last
 * target before a {@link Kind#REACH} target is Completed; 1 or more
 * @param assumption what the published plan does not say and was assumed here, or null
 */
public record Target(Kind kind, Basis basis, Trajectory.@Nullable DatedValue baseline, Trajectory trajectory,
		int sustainedFor, @Nullable String assumption) {

	public Target {
		if (sustainedFor < 1) {
			throw new IllegalArgumentException("sustained-for is 1 or more periods; found " + sustainedFor);
		}
	}

	/**
	 * What is required of the period, judged on its last day.
	 * @param planned the figure for a period of the measure that a
	 * {@link Trajectory.Supplied} path names; not asked for any other path
	 * @return empty when the plan states nothing for that day
	 */
	public Optional<Requirement> requiredOf(Period period, Function<Period, Optional<BigDecimal>> planned) {
		return this.trajectory.requiredOf(period, this.baseline, planned);
	}

	/** The last dated value of the path: what is promised in the end. */
	public Optional<Trajectory.DatedValue> finalValue() {
		List<Trajectory.DatedValue> dated = this.trajectory.dated();
		return dated.isEmpty() ? Optional.empty() : Optional.of(dated.get(dated.size() - 1));
	}

	/** The two kinds of promise. */
	public enum Kind {

		/** Completed once the last target is met and held. */
		REACH,
		/** A standing standard, never Completed. */
		MAINTAIN

	}

}

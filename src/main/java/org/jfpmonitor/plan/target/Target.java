package org.jfpmonitor.plan.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jfpmonitor.calendar.FinancialYear;
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
 * @param otherEnd the required values at the other end of a band; null where there is
 * none
 */
public record Target(Kind kind, Basis basis, Trajectory.@Nullable DatedValue baseline, Trajectory trajectory,
		int sustainedFor, @Nullable String assumption, @Nullable Trajectory otherEnd) {

	public Target {
		if (sustainedFor < 1) {
			throw new IllegalArgumentException("sustained-for is 1 or more periods; found " + sustainedFor);
		}
	}

	/** One that is no end of a band. */
	public Target(Kind kind, Basis basis, Trajectory.@Nullable DatedValue baseline, Trajectory trajectory,
			int sustainedFor, @Nullable String assumption) {
		this(kind, basis, baseline, trajectory, sustainedFor, assumption, null);
	}

	/** The same as an end of a band. */
	public Target beside(Trajectory other) {
		return new Target(this.kind, this.basis, this.baseline, this.trajectory, this.sustainedFor, this.assumption,
				other);
	}

	/**
	 * What is required of the period, judged on its last day. What restarts in April is
	 * held only against values that are dated in its own financial year; where the plan
	 * has a value for each period, only against that of the period itself, because a
	 * total goes on growing after the last of them.
	 * @param planned the figure for a period of the measure that a
	 * {@link Trajectory.Supplied} path names; not asked for any other path
	 * @return empty when the plan states nothing for that day
	 */
	public Optional<Requirement> requiredOf(Period period, Function<Period, Optional<BigDecimal>> planned) {
		if (!this.basis.restartsInApril()) {
			return this.trajectory.requiredOf(period, this.baseline, planned);
		}
		if (this.trajectory instanceof Trajectory.Points points) {
			return points.requiredOf(period);
		}
		Period year = yearOf(period);
		Trajectory.DatedValue before = (this.baseline != null && year.contains(this.baseline.date())) ? this.baseline
				: null;
		return this.trajectory.within(year).requiredOf(period, before, planned);
	}

	/**
	 * The next value, after the period, that is dated in the period's financial year.
	 */
	public Optional<Trajectory.DatedValue> nextValueOfYear(Period period) {
		Period year = yearOf(period);
		return this.trajectory.dated()
			.stream()
			.filter((each) -> each.date().isAfter(period.lastDay()) && year.contains(each.date()))
			.findFirst();
	}

	/**
	 * The first day on which the path itself, not only the baseline, requires anything;
	 * empty when the path is supplied period by period.
	 */
	public Optional<LocalDate> bindsFrom() {
		return (this.trajectory.isLine() && this.baseline != null) ? Optional.of(this.baseline.date())
				: this.trajectory.dated().stream().map(Trajectory.DatedValue::date).findFirst();
	}

	/** The period whose figure it is still to be reckoned from; empty for none. */
	public Optional<Trajectory.Relative> waitsForItsBase() {
		return (this.trajectory instanceof Trajectory.Relative relative && !relative.isKnown()) ? Optional.of(relative)
				: Optional.empty();
	}

	/**
	 * The same reckoned from the figure of the period that it is relative to, which
	 * becomes its baseline.
	 * @param figure in base units
	 * @param upwards whether better is more
	 * @throws IllegalStateException when it waits for none
	 */
	public Target from(BigDecimal figure, boolean upwards) {
		Trajectory.Relative relative = waitsForItsBase()
			.orElseThrow(() -> new IllegalStateException("Only a relative target waits for a figure"));
		return new Target(this.kind, this.basis, new Trajectory.DatedValue(relative.base().lastDay(), figure),
				relative.from(figure, upwards), this.sustainedFor, this.assumption, this.otherEnd);
	}

	private static Period yearOf(Period period) {
		return FinancialYear.of(period.lastDay()).period();
	}

	/**
	 * Every value that a figure of the period is held against, now or in the end, from
	 * either side.
	 */
	public List<BigDecimal> heldAgainst(Period period) {
		List<BigDecimal> values = new ArrayList<>();
		requiredOf(period, (planned) -> Optional.empty()).ifPresent((each) -> values.add(each.value()));
		finalValue().ifPresent((each) -> values.add(each.value()));
		if (this.otherEnd != null) {
			values.addAll(new Target(this.kind, this.basis, null, this.otherEnd, this.sustainedFor, null)
				.heldAgainst(period));
		}
		return values;
	}

	/**
	 * What is promised in the end, as far as the period can be held against it: of what
	 * restarts in April the last value, if it is of the period's own year, and, of values
	 * for each period, not before it.
	 */
	public Optional<Trajectory.DatedValue> finalValueFor(Period period) {
		if (!this.basis.restartsInApril()) {
			return finalValue();
		}
		return finalValue().filter((last) -> yearOf(period).contains(last.date()))
			.filter((last) -> !(this.trajectory instanceof Trajectory.Points)
					|| !period.lastDay().isAfter(last.date()));
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

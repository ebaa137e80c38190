package org.jfpmonitor.assessment.series;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Direction;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory.DatedValue;
import org.jspecify.annotations.Nullable;

/**
 * A measure's figures by its basis, period after period, beside what its target requires
 * of each.
 */
public final class Course {

	private final FigureHistory history;

	private final Target target;

	private final Direction direction;

	private final @Nullable FigureHistory planned;

	private final Map<Integer, PeriodFigure> figures = new HashMap<>();

	/**
	 * The course of a measure that has figures.
	 * @param planned the figures that state the required values, or null when the plan
	 * states them
	 */
	public Course(Measure measure, Target target, FigureHistory history, @Nullable FigureHistory planned) {
		this.history = history;
		this.target = target;
		this.direction = measure.direction();
		this.planned = planned;
	}

	public Target target() {
		return this.target;
	}

	public FigureHistory history() {
		return this.history;
	}

	/** The place of the newest period. */
	public int newest() {
		return this.history.newest();
	}

	/** The figure that is judged for the period at the place. */
	public PeriodFigure figure(int place) {
		return this.target.basis().isOfOnePeriod() ? this.history.periods().get(place)
				: this.figures.computeIfAbsent(place, (key) -> this.history.by(this.target.basis(), key));
	}

	/** What is required of the period, by its last day. */
	public Optional<Requirement> requiredOf(Period slot) {
		return this.target.requiredOf(slot, this::planned);
	}

	/** Whether the figure at the place meets the value; false when there is no figure. */
	public boolean meets(int place, BigDecimal value) {
		return this.history.meets(this.target.basis(), place, value);
	}

	/** Whether the figure at the place is there and worse than what is required of it. */
	public boolean misses(int place) {
		PeriodFigure figure = figure(place);
		return figure.hasValue() && requiredOf(figure.slot())
			.filter((required) -> !this.direction.meets(figure.value(), required.value()))
			.isPresent();
	}

	/** Whether the figure at the place is there and as good as what is required of it. */
	public boolean meetsItsRequirement(int place) {
		PeriodFigure figure = figure(place);
		return figure.hasValue() && requiredOf(figure.slot())
			.filter((required) -> this.direction.meets(figure.value(), required.value()))
			.isPresent();
	}

	/**
	 * How many places in a row, the given one the last, pass the test; a period without a
	 * figure does not pass.
	 */
	public static int inARow(int place, Predicate<Integer> passes) {
		int count = 0;
		while (place - count >= 0 && passes.test(place - count)) {
			count++;
		}
		return count;
	}

	/**
	 * The last place before the newest at which a value had been held for as many periods
	 * in a row as the target asks, counting no period that ended before {@code from}; -1
	 * when that never was.
	 */
	public int lastHeld(BigDecimal value, LocalDate from) {
		int count = 0;
		int last = -1;
		for (int place = newest() - 1; place >= 0; place--) {
			if (!this.history.periods().get(place).slot().endExclusive().isAfter(from)) {
				break;
			}
			if (!meets(place, value)) {
				count = 0;
				continue;
			}
			if (count == 0) {
				last = place;
			}
			if (++count == this.target.sustainedFor()) {
				return last;
			}
		}
		return -1;
	}

	/** The next dated value after the day, be it written in the plan or supplied. */
	public Optional<DatedValue> nextAfter(LocalDate day) {
		List<DatedValue> dated = new ArrayList<>(this.target.trajectory().dated());
		if (this.planned != null) {
			this.planned.periods()
				.stream()
				.filter(PeriodFigure::hasValue)
				.map((each) -> new DatedValue(each.slot().lastDay(), each.value()))
				.forEach(dated::add);
		}
		return dated.stream().filter((each) -> each.date().isAfter(day)).min(DatedValue::compareTo);
	}

	private Optional<BigDecimal> planned(Period slot) {
		return (this.planned != null) ? this.planned.valued(slot).map(PeriodFigure::value) : Optional.empty();
	}

}

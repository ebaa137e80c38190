package org.jfpmonitor.assessment.reason;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.target.Requirement;
import org.jfpmonitor.plan.target.Target;
import org.jfpmonitor.plan.target.Trajectory;
import org.jspecify.annotations.Nullable;

/** A figure that was held against what is asked of it. All values in base units. */
public sealed interface JudgedReason extends MeasureReason {

	@Override
	PeriodFigure figure();

	@Override
	Status therefore();

	/** The value that the figure is held against. */
	BigDecimal expected();

	/** The day from which that value binds, or null when it is a place on a line. */
	@Nullable LocalDate from();

	/** What is to be said of the two values. */
	String verdict(String figure, String expected);

	@Override
	default Facts facts() {
		return Facts.ofFigure(measure().unit(), figure(), expected()).on(from(), null);
	}

	/** The figure and what it is held against, in words. */
	private ValuePair values() {
		return ValuePair.of(measure(), figure().slot(), figure().value(), expected());
	}

	@Override
	default String statement() {
		ValuePair values = values();
		return subject() + ": " + verdict(values.observed() + " " + figure().period().when(), values.expected());
	}

	/** The figure and what is required of it, in a few words. */
	default String brief() {
		ValuePair values = values();
		return measure().shortTitle() + ": " + values.observed() + " (" + asked() + " " + values.expected() + bound()
				+ ")";
	}

	/** A dated target is called so; a place on the way to one is not. */
	private String asked() {
		Target target = measure().target();
		boolean last = target != null
				&& target.finalValue().filter((each) -> each.value().compareTo(expected()) == 0).isPresent();
		return (from() != null || last) ? "target" : "required now";
	}

	private String bound() {
		return measure().isExtreme(expected()) ? "" : " " + measure().direction().bound();
	}

	/** The figure and what it is held against. */
	default String against(String figure, String expected) {
		LocalDate from = from();
		return figure + ", against " + expected + " required"
				+ ((from != null) ? " from " + Period.day(from).inWords() : "") + reckonedFrom();
	}

	/** Of a target that is relative to an earlier period, the figure of that. */
	private String reckonedFrom() {
		Target target = measure().target();
		return (target != null && target.trajectory() instanceof Trajectory.Relative relative
				&& target.baseline() != null)
						? ", reckoned from " + measure().unit().plannedInWords(target.baseline().value()) + " "
								+ relative.base().when()
						: "";
	}

	/** The figure is as good as required. */
	record Met(Measure measure, PeriodFigure figure, Requirement required) implements JudgedReason {

		@Override
		public Rule rule() {
			return Rule.REQUIREMENT_MET;
		}

		@Override
		public Status therefore() {
			return Status.ON_TRACK;
		}

		@Override
		public BigDecimal expected() {
			return this.required.value();
		}

		@Override
		public @Nullable LocalDate from() {
			return this.required.from();
		}

		@Override
		public String verdict(String observed, String expected) {
			return against(observed, expected) + ": met.";
		}

	}

	/** The figure is worse than required. */
	record Missed(Measure measure, PeriodFigure figure, Requirement required) implements JudgedReason {

		@Override
		public Rule rule() {
			return Rule.REQUIREMENT_MISSED;
		}

		@Override
		public Status therefore() {
			return Status.UNDERPERFORMANCE;
		}

		@Override
		public BigDecimal expected() {
			return this.required.value();
		}

		@Override
		public @Nullable LocalDate from() {
			return this.required.from();
		}

		@Override
		public String verdict(String observed, String expected) {
			return against(observed, expected) + ": missed.";
		}

	}

	/**
	 * The last target is met and was held as long as the plan asks.
	 *
	 * @param expected the last target
	 * @param from the day from which what is required now binds, or null
	 * @param held for how many periods in a row it was held
	 * @param asked for how many it is to be held
	 */
	record Sustained(Measure measure, PeriodFigure figure, BigDecimal expected, @Nullable LocalDate from, int held,
			int asked) implements JudgedReason {

		@Override
		public Rule rule() {
			return Rule.TARGET_SUSTAINED;
		}

		@Override
		public Status therefore() {
			return Status.COMPLETED;
		}

		@Override
		public Facts facts() {
			return JudgedReason.super.facts().counting(this.held, this.asked);
		}

		@Override
		public String verdict(String observed, String goal) {
			return observed + "; the final target of " + goal + ((this.asked == 1) ? " is met."
					: " has been met for " + this.held + " periods in a row, and " + this.asked + " were asked for.");
		}

	}

	/**
	 * The last target is met, but not yet for as long as the plan asks.
	 *
	 * @param expected the last target
	 * @param from the day from which what is required now binds, or null
	 * @param held for how many periods in a row it was held
	 * @param asked for how many it is to be held
	 * @param countedFrom the first day on which a period may end that counts
	 */
	record NotYetSustained(Measure measure, PeriodFigure figure, BigDecimal expected, @Nullable LocalDate from,
			int held, int asked, LocalDate countedFrom) implements JudgedReason {

		@Override
		public Rule rule() {
			return Rule.TARGET_MET_NOT_YET_SUSTAINED;
		}

		@Override
		public Status therefore() {
			return Status.ON_TRACK;
		}

		@Override
		public Facts facts() {
			return JudgedReason.super.facts().counting(this.held, this.asked);
		}

		@Override
		public String verdict(String observed, String goal) {
			return observed + "; the final target of " + goal + " is met"
					+ ((this.held == 0)
							? ", but only periods that end on " + Period.day(this.countedFrom).inWords()
									+ " or later count."
							: ", so far for " + this.held + " of the " + this.asked
									+ " periods in a row that the plan asks for.");
		}

	}

	/**
	 * The last target had been met and held, and is missed again.
	 *
	 * @param expected what is required now where that is missed, otherwise the last
	 * target
	 * @param from the day from which what is required now binds, or null
	 * @param heldUntil the last day of the last period that held it
	 * @param asked for how many periods it is to be held
	 * @param therefore Underperformance where what is required now is missed too
	 */
	record Lost(Measure measure, PeriodFigure figure, BigDecimal expected, @Nullable LocalDate from,
			LocalDate heldUntil, int asked, Status therefore) implements JudgedReason {

		@Override
		public Rule rule() {
			return Rule.TARGET_LOST;
		}

		@Override
		public Facts facts() {
			return JudgedReason.super.facts().on(this.from, this.heldUntil).counting(0, this.asked);
		}

		@Override
		public String verdict(String observed, String expected) {
			String until = Period.day(this.heldUntil).inWords();
			return this.therefore.isAdverse()
					? against(observed, expected) + ": the final target had been met and held until " + until
							+ ", and is missed again."
					: observed + ", against the final target of " + expected + ", which had been met and held until "
							+ until + " and is missed again; it is good enough for now.";
		}

	}

}

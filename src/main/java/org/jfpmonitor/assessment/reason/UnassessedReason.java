package org.jfpmonitor.assessment.reason;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.series.Obstacle;
import org.jfpmonitor.assessment.series.PeriodFigure;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Series;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.yaml.WordList;
import org.jspecify.annotations.Nullable;

/** Why a measure has no status. */
public sealed interface UnassessedReason extends MeasureReason
		permits UnassessedReason.NoFigure, UnassessedReason.FigureOverdue, UnassessedReason.OrganisationClosed,
		UnassessedReason.NoValue, UnassessedReason.FigureWithdrawn, UnrequiredReason {

	/** What is to be said after "not assessed, because". */
	String hindrance();

	/** What is required at the end of the figure's period, or null. */
	default @Nullable BigDecimal expected() {
		return null;
	}

	/**
	 * Whether the plan does not say yet what is required. The measure then lacks no data,
	 * and does not keep the others from being on track.
	 */
	default boolean waitsForThePlan() {
		return false;
	}

	@Override
	default @Nullable Status therefore() {
		return null;
	}

	@Override
	default Facts facts() {
		return Facts.ofFigure(measure().unit(), figure(), expected());
	}

	@Override
	default String statement() {
		return subject() + ": not assessed, because " + hindrance();
	}

	/** No figure has come at all. */
	record NoFigure(Measure measure) implements UnassessedReason {

		@Override
		public Rule rule() {
			return Rule.NO_FIGURE;
		}

		@Override
		public @Nullable PeriodFigure figure() {
			return null;
		}

		@Override
		public String hindrance() {
			return "no figure has come yet.";
		}

	}

	/**
	 * The newest figure is older than one that is due and beyond its grace.
	 *
	 * @param expected what is required of that figure, or null
	 * @param periods those that are overdue, oldest first
	 * @param due the day by which the oldest of them was due
	 */
	record FigureOverdue(Measure measure, PeriodFigure figure, @Nullable BigDecimal expected, List<Period> periods,
			LocalDate due) implements UnassessedReason {

		public FigureOverdue {
			periods = List.copyOf(periods);
		}

		@Override
		public Rule rule() {
			return Rule.FIGURE_OVERDUE;
		}

		/** The newest period that is overdue. */
		public Period newest() {
			return this.periods.get(this.periods.size() - 1);
		}

		@Override
		public Facts facts() {
			return UnassessedReason.super.facts().on(this.due, newest().lastDay())
				.counting(this.periods.size(), 0)
				.naming(this.periods.stream().map(Period::inWords).toList());
		}

		@Override
		public String hindrance() {
			Period last = (this.figure.asked() > 1) ? this.figure.slot() : this.figure.period();
			return "there is no figure since " + last.inWords() + "; the one for " + this.periods.get(0).inWords()
					+ " was due by " + Period.day(this.due).inWords() + ".";
		}

	}

	/**
	 * The organisation closed before the period that is due, so no figure of it will
	 * come; a series never goes on in its successor by itself.
	 *
	 * @param expected what is required of the newest figure, or null
	 * @param organisation its name
	 * @param closed its last day
	 * @param successors the names of who follows it
	 */
	record OrganisationClosed(Measure measure, PeriodFigure figure, @Nullable BigDecimal expected, String organisation,
			LocalDate closed, List<String> successors) implements UnassessedReason {

		@Override
		public Rule rule() {
			return Rule.ORGANISATION_CLOSED;
		}

		@Override
		public Facts facts() {
			return UnassessedReason.super.facts().on(null, this.closed)
				.naming(Stream.concat(Stream.of(this.organisation), this.successors.stream()).toList());
		}

		@Override
		public String hindrance() {
			return this.organisation + " closed on " + Period.day(this.closed).inWords() + " and its figures end there"
					+ (this.successors.isEmpty() ? "."
							: "; its " + ((this.successors.size() == 1) ? "successor is " : "successors are ")
									+ WordList.all(this.successors) + ".");
		}

	}

	/**
	 * The newest figure has no value.
	 *
	 * @param figure says why
	 * @param expected what is required of it, or null
	 * @param names the organisations, or else the periods, that stand in the way
	 */
	record NoValue(Measure measure, PeriodFigure figure, @Nullable BigDecimal expected,
			List<String> names) implements UnassessedReason {

		public NoValue {
			names = List.copyOf(names);
		}

		@Override
		public Rule rule() {
			return switch (obstacle()) {
				case WITHHELD -> Rule.FIGURE_WITHHELD;
				case WITHDRAWN -> Rule.FIGURE_WITHDRAWN;
				case NOT_SUBMITTED -> Rule.FIGURE_NOT_SUBMITTED;
				case NOTHING_TO_MEASURE -> Rule.NOTHING_TO_MEASURE;
				case ORGANISATION_MISSING -> Rule.ORGANISATION_MISSING;
				case PERIODS_MISSING -> Rule.PERIODS_MISSING;
				case CANNOT_BE_COMBINED -> Rule.CANNOT_BE_COMBINED;
			};
		}

		@Override
		public Facts facts() {
			return UnassessedReason.super.facts().counting(this.names.size(), this.figure.asked()).naming(this.names);
		}

		@Override
		public String hindrance() {
			String whose = this.names.isEmpty() ? "" : " for " + Names.listed(this.names);
			String period = this.figure.period().inWords();
			return switch (obstacle()) {
				case WITHHELD ->
					"the figure" + whose + " is withheld, because it is small or would give a small one away.";
				case WITHDRAWN -> "the figure" + whose + " was taken back.";
				case NOT_SUBMITTED -> "the figure" + whose + " was not submitted or is not available.";
				case NOTHING_TO_MEASURE -> "there was nothing to measure" + whose + ".";
				case ORGANISATION_MISSING ->
					"for " + period + " there is no figure of " + Names.listed(this.names) + ".";
				case PERIODS_MISSING -> "it is judged over " + this.figure.asked()
						+ " periods, and there is no figure for " + Names.listed(this.names) + ".";
				case CANNOT_BE_COMBINED -> "the figures for " + period
						+ " come without the numerators and denominators that adding them up needs.";
			};
		}

		private Obstacle obstacle() {
			return Objects.requireNonNull(this.figure.obstacle(), "A figure with a value can be judged");
		}

	}

	/**
	 * A figure that it needs was withdrawn, or a newer file does not have it any more.
	 *
	 * @param expected what is required of the newest period, or null
	 * @param withdrawal what was there and what took it back
	 * @param organisation the name of whose figure it was; empty where there is one alone
	 */
	record FigureWithdrawn(Measure measure, PeriodFigure figure, @Nullable BigDecimal expected,
			Series.Withdrawal withdrawal, String organisation) implements UnassessedReason {

		@Override
		public Rule rule() {
			return Rule.FIGURE_WITHDRAWN;
		}

		@Override
		public Facts facts() {
			return UnassessedReason.super.facts().on(null, day())
				.naming(Stream.of(period().inWords(), this.organisation).filter((each) -> !each.isEmpty()).toList());
		}

		@Override
		public String hindrance() {
			BigDecimal before = this.withdrawal.figure().figure().value();
			return "the figure " + (this.organisation.isEmpty() ? "" : "of " + this.organisation + " ") + "for "
					+ period().inWords() + ((before != null) ? " (" + this.measure.unit().inWords(before) + ")" : "")
					+ " was taken back on " + Period.day(day()).inWords() + " by " + this.withdrawal.by().fileName()
					+ ".";
		}

		private Period period() {
			return this.withdrawal.figure().cell().period();
		}

		private LocalDate day() {
			return LocalDate.ofInstant(this.withdrawal.by().knownAt(), Today.LONDON);
		}

	}

}

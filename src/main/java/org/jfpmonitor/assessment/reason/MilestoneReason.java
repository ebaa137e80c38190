package org.jfpmonitor.assessment.reason;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Milestone;
import org.jfpmonitor.plan.Status;
import org.jspecify.annotations.Nullable;

/** Why a milestone stands where it stands. The due day itself is in time. */
public sealed interface MilestoneReason extends Reason {

	Milestone milestone();

	@Override
	Status therefore();

	/** What is to be said after its title. */
	String phrase();

	@Override
	default String subject() {
		return milestone().title();
	}

	@Override
	default String part() {
		return milestone().id().value();
	}

	@Override
	default String statement() {
		return subject() + ": " + phrase();
	}

	/**
	 * Whether several that are delayed are past their days or only expected to be, when
	 * the first was due, and when the last is expected now.
	 */
	static String lateness(List<MilestoneReason> late) {
		LocalDate due = late.stream()
			.map((each) -> each.milestone().due())
			.min(Comparator.naturalOrder())
			.orElseThrow();
		Optional<LocalDate> expected = late.stream()
			.map((each) -> each.facts().other())
			.filter(Objects::nonNull)
			.max(Comparator.naturalOrder());
		long overdue = late.stream().filter((each) -> each.rule() == Rule.MILESTONE_PAST_DUE).count();
		String which = (overdue == late.size()) ? "overdue"
				: (overdue == 0) ? "expected late" : "overdue or expected late";
		return which + ", the first due on " + day(due)
				+ expected.filter((last) -> last.isAfter(due))
					.map((last) -> ", the last now expected by " + day(last))
					.orElse("");
	}

	private static String day(LocalDate day) {
		return Period.day(day).inWords();
	}

	/**
	 * It was delivered.
	 *
	 * @param on the day
	 */
	record Achieved(Milestone milestone, LocalDate on, List<Source> sources) implements MilestoneReason {

		public Achieved {
			sources = List.copyOf(sources);
		}

		@Override
		public Rule rule() {
			return Rule.MILESTONE_ACHIEVED;
		}

		@Override
		public Status therefore() {
			return Status.COMPLETED;
		}

		@Override
		public Facts facts() {
			return Facts.ofDays(this.milestone.due(), this.on);
		}

		@Override
		public String phrase() {
			boolean late = this.on.isAfter(this.milestone.due());
			return "achieved on " + day(this.on) + (late ? ", after it was due on " : ", due by ")
					+ day(this.milestone.due()) + ".";
		}

	}

	/** It is due in future and, as far as is known, in time. */
	record NotYetDue(Milestone milestone, @Nullable LocalDate forecast,
			List<Source> sources) implements MilestoneReason {

		public NotYetDue {
			sources = List.copyOf(sources);
		}

		@Override
		public Rule rule() {
			return Rule.MILESTONE_NOT_YET_DUE;
		}

		@Override
		public Status therefore() {
			return Status.ON_TRACK;
		}

		@Override
		public Facts facts() {
			return Facts.ofDays(this.milestone.due(), this.forecast);
		}

		@Override
		public String phrase() {
			return "due by " + day(this.milestone.due())
					+ ((this.forecast != null) ? ", expected by " + day(this.forecast) : "") + ".";
		}

	}

	/** It was due and is not delivered. */
	record PastDue(Milestone milestone, @Nullable LocalDate forecast, List<Source> sources) implements MilestoneReason {

		public PastDue {
			sources = List.copyOf(sources);
		}

		@Override
		public Rule rule() {
			return Rule.MILESTONE_PAST_DUE;
		}

		@Override
		public Status therefore() {
			return Status.DELAYED;
		}

		@Override
		public Facts facts() {
			return Facts.ofDays(this.milestone.due(), this.forecast);
		}

		@Override
		public String phrase() {
			boolean later = this.forecast != null && this.forecast.isAfter(this.milestone.due());
			return "was due by " + day(this.milestone.due()) + " and is not achieved"
					+ ((later && this.forecast != null) ? "; now expected by " + day(this.forecast) : "") + ".";
		}

	}

	/** It is due in future, and expected later than that. */
	record ForecastLate(Milestone milestone, LocalDate forecast, List<Source> sources) implements MilestoneReason {

		public ForecastLate {
			sources = List.copyOf(sources);
		}

		@Override
		public Rule rule() {
			return Rule.MILESTONE_FORECAST_LATE;
		}

		@Override
		public Status therefore() {
			return Status.DELAYED;
		}

		@Override
		public Facts facts() {
			return Facts.ofDays(this.milestone.due(), this.forecast);
		}

		@Override
		public String phrase() {
			return "due by " + day(this.milestone.due()) + ", but expected by " + day(this.forecast) + ".";
		}

	}

}

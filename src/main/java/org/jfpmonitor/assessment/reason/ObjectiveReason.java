package org.jfpmonitor.assessment.reason;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/** Why an objective as a whole stands where it stands. */
public sealed interface ObjectiveReason extends Reason {

	Objective objective();

	/**
	 * Whether one part that has the same status may speak for the whole.
	 */
	default boolean restsOnParts() {
		return true;
	}

	@Override
	default String subject() {
		return objective().shortTitle();
	}

	@Override
	default String part() {
		return objective().code().value();
	}

	@Override
	default List<Source> sources() {
		return List.of();
	}

	/**
	 * The plan says that the objective no longer applies.
	 *
	 * @param since the first day on which it does not apply
	 * @param why as published
	 */
	record Retired(Objective objective, LocalDate since, String why) implements ObjectiveReason {

		@Override
		public Rule rule() {
			return Rule.RETIRED;
		}

		@Override
		public Status therefore() {
			return Status.NO_LONGER_APPLICABLE;
		}

		@Override
		public boolean restsOnParts() {
			return false;
		}

		@Override
		public Facts facts() {
			return Facts.ofDays(null, this.since);
		}

		@Override
		public String statement() {
			return therefore().words() + " since " + Period.day(this.since).inWords() + ", as the plan says: "
					+ this.why;
		}

	}

	/**
	 * The worst of the assessed parts decides.
	 *
	 * @param therefore the status of the worst
	 * @param parts how many parts there are
	 * @param unassessed how many of them could not be assessed
	 * @param deciding the titles of the parts that have this status
	 */
	record WorstOfParts(Objective objective, Status therefore, int parts, int unassessed,
			List<String> deciding) implements ObjectiveReason {

		public WorstOfParts {
			deciding = List.copyOf(deciding);
		}

		@Override
		public Rule rule() {
			return Rule.WORST_OF_PARTS;
		}

		@Override
		public Facts facts() {
			return Facts.ofParts(this.unassessed, this.parts, this.deciding);
		}

		@Override
		public String statement() {
			String some = ((this.unassessed == 1) ? "one" : String.valueOf(this.unassessed)) + " of its " + this.parts
					+ " parts";
			if (this.therefore.isAdverse()) {
				return this.therefore.words() + ", because of " + Names.quoted(this.deciding) + "."
						+ ((this.unassessed == 0) ? ""
								: " " + StringUtils.capitalize(some) + " could not be assessed.");
			}
			return this.therefore.words() + ": none of its parts is behind."
					+ ((this.unassessed == 0) ? "" : " For " + some + " the plan sets no target yet.");
		}

	}

	/**
	 * Every part is completed.
	 *
	 * @param parts their titles
	 */
	record AllPartsCompleted(Objective objective, List<String> parts) implements ObjectiveReason {

		public AllPartsCompleted {
			parts = List.copyOf(parts);
		}

		@Override
		public Rule rule() {
			return Rule.ALL_PARTS_COMPLETED;
		}

		@Override
		public Status therefore() {
			return Status.COMPLETED;
		}

		@Override
		public Facts facts() {
			return Facts.ofParts(0, this.parts.size(), this.parts);
		}

		@Override
		public String statement() {
			return "Completed: " + ((this.parts.size() == 1) ? "its one part is completed."
					: "all " + this.parts.size() + " parts are completed.");
		}

	}

	/**
	 * Every assessed part is completed, but for some the plan sets no target yet, so the
	 * objective is not completed.
	 *
	 * @param parts how many parts there are
	 * @param unassessed the titles of those without a target
	 */
	record CompletedSoFar(Objective objective, int parts, List<String> unassessed) implements ObjectiveReason {

		public CompletedSoFar {
			unassessed = List.copyOf(unassessed);
		}

		@Override
		public Rule rule() {
			return Rule.COMPLETED_SO_FAR;
		}

		@Override
		public Status therefore() {
			return Status.ON_TRACK;
		}

		@Override
		public boolean restsOnParts() {
			return false;
		}

		@Override
		public Facts facts() {
			return Facts.ofParts(this.unassessed.size(), this.parts, this.unassessed);
		}

		@Override
		public String statement() {
			return "On Track: all else is completed, but for " + Names.quoted(this.unassessed)
					+ " the plan sets no target yet.";
		}

	}

	/**
	 * No part that could be assessed is behind, but another lacks the data to be judged
	 * by, so the objective is not assessed: missing data never reads as on track.
	 *
	 * @param parts how many parts there are
	 * @param unassessed how many of them could not be assessed
	 * @param lacking the titles of those that lack data
	 */
	record DataMissing(Objective objective, int parts, int unassessed,
			List<String> lacking) implements ObjectiveReason {

		public DataMissing {
			lacking = List.copyOf(lacking);
		}

		@Override
		public Rule rule() {
			return Rule.DATA_MISSING;
		}

		@Override
		public @Nullable Status therefore() {
			return null;
		}

		@Override
		public Facts facts() {
			return Facts.ofParts(this.unassessed, this.parts, this.lacking);
		}

		@Override
		public String statement() {
			return "Not assessed: no part that could be assessed is behind, but " + Names.quoted(this.lacking)
					+ " could not be, for want of data.";
		}

	}

	/**
	 * No part could be assessed.
	 *
	 * @param parts their titles
	 */
	record NothingAssessed(Objective objective, List<String> parts) implements ObjectiveReason {

		public NothingAssessed {
			parts = List.copyOf(parts);
		}

		@Override
		public Rule rule() {
			return Rule.NOTHING_ASSESSED;
		}

		@Override
		public @Nullable Status therefore() {
			return null;
		}

		@Override
		public Facts facts() {
			return Facts.ofParts(this.parts.size(), this.parts.size(), this.parts);
		}

		@Override
		public String statement() {
			return this.parts.isEmpty() ? "Not assessed: the plan names no measure and no milestone for it."
					: "Not assessed: none of its " + this.parts.size() + " parts could be assessed.";
		}

	}

}

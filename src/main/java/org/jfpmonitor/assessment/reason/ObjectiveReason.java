package org.jfpmonitor.assessment.reason;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.progress.PlainText;
import org.jspecify.annotations.Nullable;

/** Why an objective as a whole stands where it stands. */
public sealed interface ObjectiveReason extends Reason {

	Objective objective();

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

	/** The step in one or two sentences, where the whole of it is within reach. */
	default String brief() {
		return statement();
	}

	/**
	 * The plan says that the objective no longer applies.
	 *
	 * @param since the first day on which it does not apply
	 * @param why as published
	 */
	record Retired(Objective objective, LocalDate since, String why) implements ObjectiveReason {

		/** A longer reason is not repeated where there is room for a sentence or two. */
		private static final int BRIEF = 120;

		@Override
		public Rule rule() {
			return Rule.RETIRED;
		}

		@Override
		public Status therefore() {
			return Status.NO_LONGER_APPLICABLE;
		}

		@Override
		public Facts facts() {
			return Facts.ofDays(null, this.since);
		}

		@Override
		public String statement() {
			return opening() + ", as the plan says: " + PlainText.ended(this.why);
		}

		@Override
		public String brief() {
			return (this.why.length() <= BRIEF) ? statement()
					: opening() + ", by decision of the plan; its page says why.";
		}

		private String opening() {
			return therefore().words() + " since " + Period.day(this.since).inWords();
		}

	}

	/**
	 * The worst of the assessed parts decides.
	 *
	 * @param therefore the status of the worst
	 * @param parts the reasons of all parts, in plan order
	 */
	record WorstOfParts(Objective objective, Status therefore, List<Reason> parts) implements ObjectiveReason {

		public WorstOfParts {
			parts = List.copyOf(parts);
		}

		@Override
		public Rule rule() {
			return Rule.WORST_OF_PARTS;
		}

		@Override
		public Facts facts() {
			return partFacts(this.parts, new Parts(this.parts).with(this.therefore));
		}

		@Override
		public String statement() {
			Parts all = new Parts(this.parts);
			return this.therefore.isAdverse() ? all.behind(this.therefore) : all.reached();
		}

	}

	/**
	 * Every part is completed.
	 *
	 * @param parts the reasons of all parts, in plan order
	 */
	record AllPartsCompleted(Objective objective, List<Reason> parts) implements ObjectiveReason {

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
			return partFacts(this.parts, this.parts);
		}

		@Override
		public String statement() {
			return new Parts(this.parts).reached();
		}

	}

	/**
	 * Every assessed part is completed, but for some the plan sets no target yet, so the
	 * objective is not completed.
	 *
	 * @param parts the reasons of all parts, in plan order
	 */
	record CompletedSoFar(Objective objective, List<Reason> parts) implements ObjectiveReason {

		public CompletedSoFar {
			parts = List.copyOf(parts);
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
		public Facts facts() {
			return partFacts(this.parts, new Parts(this.parts).unassessed());
		}

		@Override
		public String statement() {
			return new Parts(this.parts).reached();
		}

	}

	/**
	 * No part that could be assessed is behind, but another lacks the data to be judged
	 * by, so the objective is not assessed: missing data never reads as on track.
	 *
	 * @param parts the reasons of all parts, in plan order
	 */
	record DataMissing(Objective objective, List<Reason> parts) implements ObjectiveReason {

		public DataMissing {
			parts = List.copyOf(parts);
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
			return partFacts(this.parts, new Parts(this.parts).lackingData());
		}

		@Override
		public String statement() {
			return new Parts(this.parts).unjudged();
		}

	}

	/**
	 * No part could be assessed.
	 *
	 * @param parts the reasons of all parts, in plan order
	 */
	record NothingAssessed(Objective objective, List<Reason> parts) implements ObjectiveReason {

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
			return partFacts(this.parts, this.parts);
		}

		@Override
		public String statement() {
			return this.parts.isEmpty() ? "Not assessed: the plan names no measure and no milestone for it."
					: new Parts(this.parts).unjudged();
		}

	}

	private static Facts partFacts(List<Reason> all, List<Reason> named) {
		return Facts.ofParts(new Parts(all).unassessed().size(), all.size(), Parts.titles(named));
	}

}

package org.jfpmonitor.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.plan.id.EmailAddress;
import org.jfpmonitor.plan.id.FeedId;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a plan, whole.
 *
 * @param id the edition
 * @param title for people
 * @param organisation whose plan it is
 * @param duration its first to its last day
 * @param office the programme office, which gets what has no other reader; null when none
 * is named
 * @param ambitions in plan order
 * @param watched measures that belong to no objective but are kept and shown
 * @param feeds every supply that a measure comes from
 * @param succeeds the edition before it, or null for the first
 * @param words what it calls its ambitions and statuses
 */
public record Plan(PlanId id, String title, OrganisationCode organisation, Period duration,
		@Nullable EmailAddress office, List<Ambition> ambitions, List<Measure> watched, List<Feed> feeds,
		@Nullable PlanId succeeds, PlanWords words) {

	public Plan {
		ambitions = List.copyOf(ambitions);
		watched = List.copyOf(watched);
		feeds = List.copyOf(feeds);
	}

	/** The first edition of a plan. */
	public Plan(PlanId id, String title, OrganisationCode organisation, Period duration, @Nullable EmailAddress office,
			List<Ambition> ambitions, List<Measure> watched, List<Feed> feeds) {
		this(id, title, organisation, duration, office, ambitions, watched, feeds, null);
	}

	/** An edition in the usual words. */
	public Plan(PlanId id, String title, OrganisationCode organisation, Period duration, @Nullable EmailAddress office,
			List<Ambition> ambitions, List<Measure> watched, List<Feed> feeds, @Nullable PlanId succeeds) {
		this(id, title, organisation, duration, office, ambitions, watched, feeds, succeeds, PlanWords.USUAL);
	}

	/** All objectives in plan order. */
	public List<Objective> objectives() {
		return this.ambitions.stream().flatMap((ambition) -> ambition.objectives().stream()).toList();
	}

	public Optional<Objective> objective(ObjectiveCode code) {
		return objectives().stream().filter((objective) -> objective.code().equals(code)).findFirst();
	}

	/** The objective that is judged by the measure; a measure belongs to one at most. */
	public Optional<Objective> objectiveOf(MeasureId measure) {
		return objectives().stream()
			.filter((objective) -> objective.measures().stream().anyMatch((each) -> each.id().equals(measure)))
			.findFirst();
	}

	/** All measures, those of objectives first. */
	public List<Measure> measures() {
		return Stream
			.concat(objectives().stream().flatMap((objective) -> objective.measures().stream()), this.watched.stream())
			.toList();
	}

	public Optional<Measure> measure(MeasureId id) {
		return measures().stream().filter((measure) -> measure.id().equals(id)).findFirst();
	}

	/**
	 * The measure that holds the same figures against the other end of a band; empty
	 * where one way is better. No other two measures of a plan differ in that alone.
	 */
	public Optional<Measure> otherEndOf(Measure measure) {
		return BandEnd.otherThan(measure)
			.flatMap(this::measure)
			.filter((each) -> each.figures().equals(measure.figures()) && each.direction() != measure.direction());
	}

	public Optional<Feed> feed(FeedId id) {
		return this.feeds.stream().filter((feed) -> feed.id().equals(id)).findFirst();
	}

	/** The ambition of the given number. */
	public Optional<Ambition> ambition(String number) {
		return this.ambitions.stream().filter((ambition) -> ambition.number().equals(number)).findFirst();
	}

	/**
	 * What a plan calls its ambitions and the five statuses. Metrics, the interface for
	 * programs and the codes in files keep the usual names.
	 *
	 * @param ambition its word for an ambition, with a capital
	 * @param statuses its own words for statuses, in the order in which it gives them;
	 * where one status has several, the first is shown
	 */
	public record PlanWords(String ambition, List<OwnWord> statuses) {

		/** Those of a plan that says nothing of it. */
		public static final PlanWords USUAL = new PlanWords("Ambition", List.of());

		private static final String NONE = "Not assessed";

		public PlanWords {
			statuses = List.copyOf(statuses);
		}

		/** {@code Priority 6}. */
		public String ambition(String number) {
			return this.ambition + " " + number;
		}

		/** The same within a sentence. */
		public String ambitionInSentence(String number) {
			return this.ambition.toLowerCase(Locale.UK) + " " + number;
		}

		/**
		 * The status as people read it, {@code At risk (Underperformance)} where the plan
		 * has a word of its own; {@code Not assessed} for none.
		 */
		public String status(@Nullable Status status) {
			if (status == null) {
				return NONE;
			}
			String usual = status.words();
			return own(status).map((own) -> own.equalsIgnoreCase(usual) ? own : own + " (" + usual + ")").orElse(usual);
		}

		/** Its own word for the status, of several the first; empty where it has none. */
		public Optional<String> own(Status status) {
			return this.statuses.stream().filter((each) -> each.status() == status).findFirst().map(OwnWord::word);
		}

		/** Whether it says anything that is not usual. */
		public boolean isUsual() {
			return equals(USUAL);
		}

		/**
		 * A word for a status.
		 *
		 * @param word as the plan prints it
		 * @param status which of the five it means
		 */
		public record OwnWord(String word, Status status) {

		}

	}

}

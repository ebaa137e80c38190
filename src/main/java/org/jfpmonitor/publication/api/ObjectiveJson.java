package org.jfpmonitor.publication.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.StatusSince;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.MeasureId;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.publication.Viewpoint;
import org.jspecify.annotations.Nullable;

/**
 * An objective as the interface writes it. Status words are those of the metrics, null
 * when not assessed.
 */
record ObjectiveJson(String id, String plan, String ambition, String title, @Nullable LocalDate due, LocalDate asOf,
		LocalDate knownOn, @Nullable String status, Computed computed, @Nullable Published published,
		@Nullable SetStatus override, @Nullable Boolean agrees, List<CommentJson> comments, List<MeasureJson> measures,
		List<MilestoneJson> milestones) {

	static ObjectiveJson of(PlanId plan, ObjectiveAssessment assessed, Optional<StatusSince> since,
			Commentary commentary, Viewpoint viewpoint) {
		Objective objective = assessed.objective();
		return new ObjectiveJson(objective.code().value(), plan.value(), objective.ambition(), objective.title(),
				objective.due(), viewpoint.asOf(), viewpoint.knownOn(), code(assessed.status()),
				new Computed(code(assessed.computed()), since.map(StatusSince::inWords).orElse(null),
						assessed.because().stream().map(ReasonJson::of).toList()),
				Published.of(assessed.published()), SetStatus.of(assessed.override()),
				(assessed.published() != null) ? assessed.agrees() : null, comments(objective, commentary, viewpoint),
				assessed.measures().stream().map(MeasureJson::of).toList(),
				assessed.milestones().stream().map(MilestoneJson::of).toList());
	}

	/** What everybody reads of the objective, then of its measures. */
	private static List<CommentJson> comments(Objective objective, Commentary commentary, Viewpoint viewpoint) {
		return Stream
			.concat(Stream.of(Optional.<MeasureId>empty()),
					objective.measures().stream().map((each) -> Optional.of(each.id())))
			.flatMap((measure) -> commentary
				.shown(objective.code(), measure.orElse(null), viewpoint.asOf(), viewpoint.knownOn())
				.stream())
			.map(CommentJson::of)
			.toList();
	}

	static @Nullable String code(@Nullable Status status) {
		return (status != null) ? status.code() : null;
	}

	/**
	 * The status by the rules, the month since which it is so in words, and every step of
	 * the explanation.
	 */
	record Computed(@Nullable String status, @Nullable String since, List<ReasonJson> because) {

	}

	/**
	 * What the organisation published, without a status when that was not assessed, and
	 * why it is not the computed status.
	 */
	record Published(@Nullable String status, LocalDate asOf, String comment, String reason) {

		static @Nullable Published of(@Nullable PublishedPosition position) {
			return (position != null)
					? new Published(code(position.status()), position.asOf(), position.comment(), position.reason())
					: null;
		}

	}

	/** A person's status; both days are inclusive. */
	record SetStatus(String status, String reason, String author, LocalDate from, LocalDate until) {

		static @Nullable SetStatus of(@Nullable StatusOverride override) {
			return (override != null) ? new SetStatus(override.status().code(), override.reason(), override.author(),
					override.from(), override.until()) : null;
		}

	}

	/** A dated deliverable and how it stands. */
	record MilestoneJson(String id, String title, LocalDate due, String status, @Nullable LocalDate forecast,
			@Nullable LocalDate achieved) {

		static MilestoneJson of(MilestoneAssessment assessed) {
			MilestoneReport report = assessed.report();
			return new MilestoneJson(assessed.milestone().id().value(), assessed.milestone().title(),
					assessed.milestone().due(), assessed.status().code(), (report != null) ? report.forecast() : null,
					(report != null) ? report.achieved() : null);
		}

	}

}

package org.jfpmonitor.publication.board;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.Assessments.Position;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.MilestoneAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.StatusSince;
import org.jfpmonitor.assessment.reason.Rule;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.publication.page.MeasureSummary;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Makes the row of an objective from how it stands now and how it stood at the month
 * ends.
 *
 * @param position the plan now, and at the month ends that the strip shows
 */
public record BoardRows(Position position) {

	public ObjectiveRow row(ObjectiveAssessment objective) {
		ObjectiveCode code = objective.objective().code();
		return new ObjectiveRow(code, objective.objective().title(), objective.objective().shortTitle(),
				Optional.ofNullable(objective.objective().owner()).map(String::valueOf).orElse(null),
				StatusMark.of(objective.status()), StatusMark.of(objective.computed()),
				this.position.since(objective).map(StatusSince::inWords).orElse(null),
				PublishedMark.of(objective.published()), Agreement.of(objective), OverrideMark.of(objective.override()),
				objective.reason().statement(), objective.reason().brief(), figure(objective), milestones(objective),
				milestonesDue(objective), overdue(objective), sustained(objective), warnings(objective), strip(code));
	}

	private StatusStrip strip(ObjectiveCode code) {
		return new StatusStrip(this.position.monthEnds()
			.stream()
			.map((then) -> new StatusStrip.Square(then.day(), StatusMark.of(then.computed().get(code))))
			.toList());
	}

	/**
	 * The first measure that decides; null where milestones alone do. Where no part does,
	 * the first measure that is judged or has a figure.
	 */
	private static @Nullable MeasureSummary figure(ObjectiveAssessment objective) {
		List<MeasureAssessment> all = objective.measures();
		Status computed = objective.computed();
		if (computed != null && all.stream().noneMatch((each) -> each.status() == computed)
				&& objective.milestones().stream().anyMatch((each) -> each.status() == computed)) {
			return null;
		}
		return Stream
			.of(all.stream().filter((each) -> each.status() != null && each.status() == computed),
					all.stream().filter((each) -> each.status() != null),
					all.stream().filter((each) -> each.figure() != null))
			.flatMap((each) -> each)
			.findFirst()
			.map(MeasureSummary::of)
			.orElse(null);
	}

	private static String milestones(ObjectiveAssessment objective) {
		List<MilestoneAssessment> all = objective.milestones();
		long done = all.stream().filter((each) -> each.status() == Status.COMPLETED).count();
		return (all.isEmpty() || objective.computed() == Status.NO_LONGER_APPLICABLE) ? "" : done + " of " + all.size();
	}

	/** By when the first late one was due, or else the next is. */
	private static String milestonesDue(ObjectiveAssessment objective) {
		Status computed = objective.computed();
		if (objective.milestones().isEmpty() || computed == Status.NO_LONGER_APPLICABLE) {
			return "";
		}
		return firstDue(objective, Status.DELAYED).map((due) -> "By " + Phrasing.day(due))
			.or(() -> firstDue(objective, Status.ON_TRACK).map((due) -> "Next by " + Phrasing.day(due)))
			.orElse("All in time");
	}

	private static Optional<LocalDate> firstDue(ObjectiveAssessment objective, Status status) {
		return objective.milestones()
			.stream()
			.filter((each) -> each.status() == status)
			.map((each) -> each.milestone().due())
			.min(Comparator.naturalOrder());
	}

	private static List<String> overdue(ObjectiveAssessment objective) {
		if (objective.computed() == Status.NO_LONGER_APPLICABLE) {
			return List.of();
		}
		return Stream
			.concat(objective.measures()
				.stream()
				.filter(MeasureAssessment::isOverdue)
				.map((each) -> "figure for " + each.measure().shortTitle()),
					objective.milestones()
						.stream()
						.filter((each) -> each.reason().rule() == Rule.MILESTONE_PAST_DUE)
						.map((each) -> each.milestone().title() + ", due " + Phrasing.day(each.milestone().due())))
			.toList();
	}

	private static List<String> sustained(ObjectiveAssessment objective) {
		return objective.measures()
			.stream()
			.filter((measure) -> measure.sustainedSince() != null)
			.map((measure) -> sustained(measure, objective.measures().size() == 1))
			.toList();
	}

	private static String sustained(MeasureAssessment measure, boolean only) {
		String sentence = Phrasing.sustained(measure);
		return only ? sentence : measure.measure().title() + ": " + StringUtils.uncapitalize(sentence);
	}

	public static List<String> warnings(ObjectiveAssessment objective) {
		return objective.measures().stream().map(Phrasing::warning).filter((warning) -> !warning.isEmpty()).toList();
	}

}

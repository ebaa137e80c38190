package org.jfpmonitor.publication.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.Assessments.RunFinding;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.Assessments.RunFindings;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * What changed, for whoever looked at the board some time ago. What a person published or
 * set is named as such, and is no change of the figures.
 *
 * @param found the day of the newest run in which figures or milestones changed a status,
 * in words, or null when none did or the page looks back
 * @param latest the changes that it found
 * @param byPeople the statuses that people set or ended since
 * @param lastRun the day of the newest run, in words, or null before the first
 * @param published what the published positions are: the report of a day, or what was
 * published last where they speak of several days; null when nothing was published
 * @param sincePublished what is shown now and was published otherwise then
 * @param publishedOtherwise what was published otherwise than it was computed then and is
 * now: a difference, and no change
 */
public record BoardNews(@Nullable String found, List<Moved> latest, List<Moved> byPeople, @Nullable String lastRun,
		@Nullable String published, List<Moved> sincePublished, List<Moved> publishedOtherwise) {

	public BoardNews {
		latest = List.copyOf(latest);
		byPeople = List.copyOf(byPeople);
		sincePublished = List.copyOf(sincePublished);
		publishedOtherwise = List.copyOf(publishedOtherwise);
	}

	/**
	 * The news of a day.
	 * @param run the newest run, empty before the first
	 * @param moves what the newest run with changes found, where it is news on the day
	 * @param computedThen the computed status on the day that a published position speaks
	 * of, as the report recorded it that published the position; of a position from a
	 * file as it was known when it arrived
	 */
	static BoardNews of(PlanAssessment now, Optional<RecordedRun> run, Optional<RunFindings> moves,
			BiFunction<ObjectiveCode, PublishedPosition, Optional<StatusMark>> computedThen) {
		List<LocalDate> published = now.objectives()
			.stream()
			.map(ObjectiveAssessment::published)
			.filter(Objects::nonNull)
			.map(PublishedPosition::asOf)
			.distinct()
			.toList();
		boolean oneDay = published.size() == 1;
		List<ObjectiveAssessment> otherwise = now.objectives()
			.stream()
			.filter((each) -> each.published() != null && each.published().status() != each.status())
			.toList();
		List<ObjectiveAssessment> differing = otherwise.stream().filter((each) -> differs(each, computedThen)).toList();
		return new BoardNews(moves.map((each) -> Phrasing.day(each.run().asOf())).orElse(null),
				moves.map((each) -> latest(now, each)).orElse(List.of()),
				moves.map((each) -> byPeople(now, each)).orElse(List.of()),
				run.map((each) -> Phrasing.day(each.asOf())).orElse(null), since(published),
				otherwise.stream()
					.filter((each) -> !differing.contains(each))
					.map((each) -> new Moved(each.objective().code(),
							moved(published(each), oneDay ? "" : day(each), each.status())
									+ setManually(each.override())))
					.toList(),
				differing.stream()
					.map((each) -> new Moved(each.objective().code(),
							"published as " + Phrasing.status(published(each)) + ", computed "
									+ Phrasing.status(each.computed())))
					.toList());
	}

	/** What the last run with changes found, whatever people did to it since. */
	private static List<Moved> latest(PlanAssessment now, RunFindings moves) {
		return now.objectives().stream().flatMap((each) -> {
			RunFinding finding = moves.findings().get(each.objective().code());
			if (finding == null || !finding.isMove()) {
				return Stream.<Moved>empty();
			}
			String shown = (finding.status() != finding.computed())
					? ", shown as " + Phrasing.status(finding.status()) + ", which was set manually" : "";
			return Stream.of(new Moved(each.objective().code(), moved(finding.before(), finding.computed()) + shown));
		}).toList();
	}

	/** Where the status shown is another one though the computed one is the same. */
	private static List<Moved> byPeople(PlanAssessment now, RunFindings moves) {
		return now.objectives().stream().flatMap((each) -> {
			RunFinding finding = moves.findings().get(each.objective().code());
			if (finding == null || finding.computed() != each.computed() || finding.status() == each.status()) {
				return Stream.<Moved>empty();
			}
			StatusOverride override = each.override();
			return Stream.of(new Moved(each.objective().code(), moved(finding.status(), each.status())
					+ ((override != null) ? setManually(override) : ", as what was set manually has ended")));
		}).toList();
	}

	private static boolean differs(ObjectiveAssessment objective,
			BiFunction<ObjectiveCode, PublishedPosition, Optional<StatusMark>> computedThen) {
		PublishedPosition position = objective.published();
		return position != null && objective.override() == null && objective.computed() != null
				&& computedThen.apply(objective.objective().code(), position)
					.filter((then) -> then == StatusMark.of(objective.computed()))
					.isPresent();
	}

	private static @Nullable Status published(ObjectiveAssessment objective) {
		PublishedPosition position = objective.published();
		return (position != null) ? position.status() : null;
	}

	/** Positions may have been published of several days, by reports or by files. */
	private static @Nullable String since(List<LocalDate> published) {
		return switch (published.size()) {
			case 0 -> null;
			case 1 -> "the report of " + Phrasing.day(published.get(0));
			default -> "what was published last";
		};
	}

	private static String day(ObjectiveAssessment objective) {
		PublishedPosition position = objective.published();
		return (position != null) ? " on " + Phrasing.day(position.asOf()) : "";
	}

	private static String moved(@Nullable Status from, @Nullable Status to) {
		return moved(from, "", to);
	}

	private static String moved(@Nullable Status from, String day, @Nullable Status to) {
		return "from " + Phrasing.status(from) + day + " to " + Phrasing.status(to);
	}

	private static String setManually(@Nullable StatusOverride override) {
		return (override != null) ? ", " + Phrasing.setManually(override) : "";
	}

	/**
	 * Something about the status of an objective.
	 *
	 * @param code the objective
	 * @param words from what to what, or how what was published differs
	 */
	public record Moved(ObjectiveCode code, String words) {

	}

}

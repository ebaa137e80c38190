package org.jfpmonitor.publication.board;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.Assessments.Recorded;
import org.jfpmonitor.assessment.Assessments.Standing;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.PublishedPosition;
import org.jspecify.annotations.Nullable;

/**
 * What changed, for whoever looked at the board some time ago.
 *
 * @param found the day of the run that found the latest changes, in words, or null when
 * no run has found any or the page looks back
 * @param latest the changes that it found
 * @param lastRun the day of the newest run, in words, or null before the first
 * @param published the day that the newest published positions speak of, in words, or
 * null when nothing was published
 * @param sincePublished what stands otherwise now than was published then
 */
public record BoardNews(@Nullable String found, List<Moved> latest, @Nullable String lastRun,
		@Nullable String published, List<Moved> sincePublished) {

	public BoardNews {
		latest = List.copyOf(latest);
		sincePublished = List.copyOf(sincePublished);
	}

	/**
	 * The news of a day.
	 * @param run the day of the newest run, empty before the first
	 * @param standings what that run found, where it is news on the day
	 * @param history what the runs recorded for an objective
	 */
	static BoardNews of(PlanAssessment now, Optional<LocalDate> run, List<Standing> standings,
			Function<ObjectiveCode, List<Recorded>> history) {
		LocalDate published = now.objectives()
			.stream()
			.map(ObjectiveAssessment::published)
			.filter(Objects::nonNull)
			.map(PublishedPosition::asOf)
			.max(Comparator.naturalOrder())
			.orElse(null);
		LocalDate newest = standings.stream().map(Standing::since).max(Comparator.naturalOrder()).orElse(null);
		List<Moved> latest = standings.stream()
			.filter((each) -> each.since().equals(newest))
			.map((each) -> moved(each.objective(), history.apply(each.objective())))
			.filter(Objects::nonNull)
			.toList();
		return new BoardNews((latest.isEmpty() || newest == null) ? null : Phrasing.day(newest), latest,
				run.map(Phrasing::day).orElse(null), (published != null) ? Phrasing.day(published) : null,
				sincePublished(now));
	}

	private static @Nullable Moved moved(ObjectiveCode code, List<Recorded> history) {
		int last = history.size() - 1;
		return (last < 1) ? null : Moved.of(code, history.get(last - 1).status(), history.get(last).status());
	}

	private static List<Moved> sincePublished(PlanAssessment now) {
		return now.objectives().stream().flatMap((each) -> {
			PublishedPosition position = each.published();
			return (position == null || position.status() == each.status()) ? Stream.<Moved>empty()
					: Stream.of(Moved.of(each.objective().code(), position.status(), each.status()));
		}).toList();
	}

	/**
	 * A status that changed.
	 *
	 * @param code the objective
	 * @param words from what to what
	 */
	public record Moved(ObjectiveCode code, String words) {

		static Moved of(ObjectiveCode code, @Nullable Status from, @Nullable Status to) {
			return new Moved(code, "from " + Phrasing.status(from) + " to " + Phrasing.status(to));
		}

	}

}

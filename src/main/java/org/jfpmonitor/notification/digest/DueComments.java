package org.jfpmonitor.notification.digest;

import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentSubject;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.plan.Status;

/** Whose comment is still to come before a report is due. */
public final class DueComments {

	private DueComments() {
	}

	/**
	 * The objectives without a final comment for the newest month that has ended, in plan
	 * order; those that the plan has retired need none, and none does for a month that
	 * the edition before judged.
	 */
	public static Stream<ObjectiveAssessment> missing(PlanAssessment now, Commentary commentary) {
		return now.objectives()
			.stream()
			.filter((each) -> now.plan().inForce().contains(CommentSubject.newestMonth(now.asOf()).atEndOfMonth()))
			.filter((each) -> each.computed() != Status.NO_LONGER_APPLICABLE)
			.filter((each) -> newest(each, now, commentary).filter((comment) -> comment.state() == Comment.Stage.FINAL)
				.isEmpty());
	}

	/**
	 * The item that tells of it; the same one whenever the report of that day is near.
	 */
	public static DigestItem item(ObjectiveAssessment objective, LocalDate due, PlanAssessment now,
			Commentary commentary, URI base) {
		String code = objective.objective().code().value();
		YearMonth month = CommentSubject.newestMonth(now.asOf());
		String name = ChangeItems.name(objective.objective());
		String state = newest(objective, now, commentary)
			.map((draft) -> "A draft by " + draft.author() + " waits to be made final.")
			.orElse("Nothing has been written yet.");
		return new DigestItem(DigestSection.REPORT_DUE, now.plan().plan().id() + ":report-due:" + due + ":" + code,
				name + ": comment due by " + Phrasing.day(due),
				name + ": the comment for " + Period.month(month).inWords() + " is due by " + Phrasing.day(due)
						+ ", for the report.",
				List.of(state, "It stands at " + now.plan().plan().words().status(objective.status()) + "."), null,
				new DigestItem.Link("Write the comment", base + "/objectives/" + code + "/comments/" + month));
	}

	private static Optional<Comment> newest(ObjectiveAssessment objective, PlanAssessment now, Commentary commentary) {
		return commentary
			.newest(new CommentSubject(objective.objective().code(), null, CommentSubject.newestMonth(now.asOf())));
	}

}

package org.jfpmonitor.publication.board;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.assessment.Assessments.Position;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.Assessments.RunFindings;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.StatusSince;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.StatusMark;

import org.springframework.stereotype.Component;

/** Asks where the plan stands and stood, for the board and the report. */
@Component
public class BoardReader {

	private final Assessments assessments;

	private final ReportedStatuses reported;

	BoardReader(Assessments assessments, ReportedStatuses reported) {
		this.assessments = assessments;
		this.reported = reported;
	}

	/** The plan on the day, and how it stood at the month ends before. */
	public Reading read(Viewpoint viewpoint) {
		Position position = this.assessments.position(viewpoint.plan().id(), viewpoint.asOf(),
				StatusSince.monthEnds(viewpoint.asOf()), viewpoint.knownOn());
		return new Reading(position.now(), new BoardRows(position), news(position.now(), viewpoint));
	}

	/**
	 * What the runs found is news only to whoever looks from the day of the newest or
	 * later, with all that is known.
	 */
	private BoardNews news(PlanAssessment now, Viewpoint viewpoint) {
		Optional<RecordedRun> run = this.assessments.lastRun(viewpoint.plan().id());
		Optional<RunFindings> moves = run
			.filter((each) -> !each.asOf().isAfter(viewpoint.asOf()) && viewpoint.asOf().equals(viewpoint.knownOn()))
			.flatMap((each) -> this.assessments.lastMoves(now.plan().plan().id()));
		Map<ObjectiveCode, StatusMark> recorded = this.reported.computed(now.plan().plan().id(),
				now.objectives().stream().map(ObjectiveAssessment::published).filter(Objects::nonNull).toList());
		Map<PublicationDay, PlanAssessment> then = new HashMap<>();
		return BoardNews
			.of(now, run, moves,
					(code, position) -> Optional.ofNullable(recorded.get(code))
						.or(() -> then
							.computeIfAbsent(PublicationDay.of(position),
									(when) -> this.assessments.assess(viewpoint.plan().id(), when.asOf(),
											when.knownOn()))
							.objective(code)
							.map((each) -> StatusMark.of(each.computed()))));
	}

	/**
	 * The day that a published position speaks of, with what was known on publication.
	 */
	private record PublicationDay(LocalDate asOf, LocalDate knownOn) {

		static PublicationDay of(PublishedPosition position) {
			return new PublicationDay(position.asOf(), LocalDate.ofInstant(position.origin().knownAt(), Today.LONDON));
		}

	}

	/**
	 * What was read.
	 *
	 * @param now the plan on the day
	 * @param rows makes the rows
	 * @param news what changed
	 */
	public record Reading(PlanAssessment now, BoardRows rows, BoardNews news) {

		public BoardPage page(BoardFilter filter) {
			return BoardPage.of(this.now, this.rows, this.news, filter);
		}

	}

}

package org.jfpmonitor.publication.board;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.Position;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.Assessments.Standing;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.StatusSince;
import org.jfpmonitor.publication.Viewpoint;

import org.springframework.stereotype.Component;

/** Asks where the plan stands and stood, for the board and the report. */
@Component
public class BoardReader {

	private final Assessments assessments;

	BoardReader(Assessments assessments) {
		this.assessments = assessments;
	}

	/** The plan on the day, and how it stood at the month ends before. */
	public Reading read(Viewpoint viewpoint) {
		Position position = this.assessments.position(viewpoint.asOf(), StatusSince.monthEnds(viewpoint.asOf()),
				viewpoint.knownOn());
		return new Reading(position.now(), new BoardRows(position), news(position.now(), viewpoint));
	}

	/** What the runs found is news only to whoever looks from the day of the newest. */
	private BoardNews news(PlanAssessment now, Viewpoint viewpoint) {
		Optional<LocalDate> run = this.assessments.lastRun().map(RecordedRun::asOf);
		List<Standing> standings = run.filter((day) -> Viewpoint.on(day).equals(viewpoint)).isPresent()
				? this.assessments.standings() : List.of();
		return BoardNews.of(now, run, standings, this.assessments::history);
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

package org.jfpmonitor.publication.board;

import java.util.List;
import java.util.Optional;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.MonthEnd;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.Assessments.Standing;
import org.jfpmonitor.assessment.PlanAssessment;
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
		PlanAssessment now = this.assessments.assess(viewpoint.asOf(), viewpoint.knownOn());
		List<MonthEnd> monthEnds = this.assessments.monthEnds(StatusStrip.monthEnds(viewpoint.asOf()),
				viewpoint.knownOn());
		return new Reading(now, new BoardRows(monthEnds), BoardNews.of(now, standings(viewpoint), this.assessments));
	}

	/** What the runs found is news only to whoever looks from the day of the newest. */
	private List<Standing> standings(Viewpoint viewpoint) {
		Optional<RecordedRun> run = this.assessments.lastRun();
		return (run.isEmpty() || !Viewpoint.on(run.get().asOf()).equals(viewpoint)) ? List.of()
				: this.assessments.standings();
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

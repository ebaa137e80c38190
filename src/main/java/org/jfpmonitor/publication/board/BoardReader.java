package org.jfpmonitor.publication.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.Assessments.MonthEnd;
import org.jfpmonitor.assessment.Assessments.RecordedRun;
import org.jfpmonitor.assessment.Assessments.Standing;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.plan.id.ObjectiveCode;
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
		return new Reading(now, new BoardRows(monthEnds, standings(viewpoint)));
	}

	/** Since when objectives stand as they stand is known of the newest run only. */
	private Map<ObjectiveCode, Standing> standings(Viewpoint viewpoint) {
		Optional<RecordedRun> run = this.assessments.lastRun();
		if (run.isEmpty() || !Viewpoint.on(run.get().asOf()).equals(viewpoint)) {
			return Map.of();
		}
		return this.assessments.standings()
			.stream()
			.collect(Collectors.toMap(Standing::objective, Function.identity()));
	}

	/**
	 * What was read.
	 *
	 * @param now the plan on the day
	 * @param rows makes the rows
	 */
	public record Reading(PlanAssessment now, BoardRows rows) {

		public BoardPage page(BoardFilter filter) {
			return BoardPage.of(this.now, this.rows, filter);
		}

	}

}

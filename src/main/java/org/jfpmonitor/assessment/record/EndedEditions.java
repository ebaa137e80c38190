package org.jfpmonitor.assessment.record;

import java.time.LocalDate;
import java.util.List;

import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How editions of a plan that are over stood at their last month ends, in PostgreSQL. The
 * last of them ends when no run judges the edition any more, so the runs of the edition
 * after it look back.
 */
@Repository
class EndedEditions {

	private final JdbcClient jdbc;

	EndedEditions(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps what the run knows, in place of what an earlier run knew of the same month
	 * ends.
	 * @param monthEnds the edition as of its month ends
	 */
	void keep(long run, List<PlanAssessment> monthEnds) {
		for (PlanAssessment monthEnd : monthEnds) {
			for (ObjectiveAssessment objective : monthEnd.objectives()) {
				keep(run, monthEnd.plan().plan().id().value(), monthEnd.asOf(), objective);
			}
		}
	}

	private void keep(long run, String plan, LocalDate monthEnd, ObjectiveAssessment objective) {
		this.jdbc.sql("""
				insert into ended_edition_month (plan, objective, month_end, status, run)
				values (:plan, :objective, :monthEnd, :status, :run)
				on conflict (plan, objective, month_end) do update set status = excluded.status, run = excluded.run
				""")
			.param("plan", plan)
			.param("objective", objective.objective().code().value())
			.param("monthEnd", monthEnd)
			.param("status", FindingsWriter.code(objective.computed()))
			.param("run", run)
			.update();
	}

}

package org.jfpmonitor.publication.board;

import java.util.List;

import org.jfpmonitor.assessment.Assessments.Position;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.ObjectiveReason;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which part of an objective its row shows. */
class DecidingPartTest {

	private final PlanAssessment now = new ExampleAssessments().assess(ExamplePlan.PLAN.id(), ExamplePlan.TODAY,
			ExamplePlan.TODAY);

	@Test
	void showsTheLateMilestoneAndItsDayWhereNoFigureDecides() {
		ObjectiveAssessment falls = objective("5a");
		MeasureAssessment lungChecks = objective("1c").measures().get(0);
		ObjectiveAssessment both = new ObjectiveAssessment(
				new ObjectiveReason.WorstOfParts(falls.objective(), Status.DELAYED,
						List.of(lungChecks.reason(), falls.milestones().get(0).reason())),
				List.of(lungChecks), falls.milestones(), null, null);

		ObjectiveRow row = new BoardRows(new Position(this.now, List.of())).row(both);

		assertThat(row.figure()).isNull();
		assertThat(row.milestones()).isEqualTo("0 of 1");
		assertThat(row.milestonesDue()).isEqualTo("By 31 March 2025");
	}

	@Test
	void showsTheFigureThatDecides() {
		ObjectiveRow row = new BoardRows(new Position(this.now, List.of())).row(objective("6b"));

		assertThat(row.figure()).isNotNull();
		assertThat(row.milestonesDue()).isEmpty();
	}

	private ObjectiveAssessment objective(String code) {
		return this.now.objective(ObjectiveCode.of(code)).orElseThrow();
	}

}

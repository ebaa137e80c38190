package org.jfpmonitor.publication.objective;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.BoardReader;
import org.jfpmonitor.publication.page.NoSuchPage;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why an objective stands where it stands. */
@Controller
class ObjectiveController {

	private final BoardReader board;

	private final Assessments assessments;

	private final ProgressReports reports;

	private final Organisations organisations;

	ObjectiveController(BoardReader board, Assessments assessments, ProgressReports reports,
			Organisations organisations) {
		this.board = board;
		this.assessments = assessments;
		this.reports = reports;
		this.organisations = organisations;
	}

	@GetMapping("/objectives/{code}")
	String objective(@PathVariable String code, Viewpoint viewpoint, Model model) {
		BoardReader.Reading reading = this.board.read(viewpoint);
		ObjectiveAssessment objective = find(code, reading.now());
		model.addAttribute("page", page(objective, reading, viewpoint));
		return "board/objective";
	}

	private static ObjectiveAssessment find(String code, PlanAssessment plan) {
		return plan.objectives()
			.stream()
			.filter((each) -> each.objective().code().value().equals(code))
			.findFirst()
			.orElseThrow(() -> new NoSuchPage("There is no objective \"%s\" in the plan. It has %s.".formatted(code,
					plan.objectives()
						.stream()
						.map((each) -> each.objective().code().value())
						.collect(Collectors.joining(", ")))));
	}

	private ObjectivePage page(ObjectiveAssessment assessed, BoardReader.Reading reading, Viewpoint viewpoint) {
		Objective objective = assessed.objective();
		Plan plan = reading.now().plan().plan();
		return new ObjectivePage(reading.rows().row(assessed), ambition(objective, plan), objective.success(),
				(objective.owner() != null) ? objective.owner().value() : null, day(objective.due()),
				Disagreement.of(assessed), assessed.because().stream().map(ReasonLine::of).toList(),
				assessed.measures().stream().map((measure) -> card(measure, plan, viewpoint)).toList(),
				assessed.milestones().stream().map(MilestoneRow::of).toList(), overrides(objective, viewpoint),
				history(objective, viewpoint));
	}

	private MeasureCard card(MeasureAssessment assessed, Plan plan, Viewpoint viewpoint) {
		Measure measure = assessed.measure();
		String feed = plan.feed(measure.feed()).map(Feed::title).orElse(measure.feed().value());
		String counted = measure.organisations()
			.stream()
			.map((code) -> counted(code, viewpoint.asOf()))
			.collect(Collectors.joining("; "));
		return MeasureCard.of(assessed, feed, counted);
	}

	private String counted(OrganisationCode code, LocalDate day) {
		String closure = this.organisations.find(code)
			.map((each) -> Phrasing.closure(each, day, this.organisations.successorOf(each)))
			.orElse("");
		return closure.isEmpty() ? this.organisations.nameOf(code) : closure;
	}

	private List<OverrideRow> overrides(Objective objective, Viewpoint viewpoint) {
		List<OverrideRow> rows = new ArrayList<>(this.reports.ledger()
			.history(viewpoint.knownOn())
			.stream()
			.filter((each) -> each.objective().equals(objective.code()))
			.map(OverrideRow::of)
			.toList());
		Collections.reverse(rows);
		return rows;
	}

	private List<HistoryRow> history(Objective objective, Viewpoint viewpoint) {
		List<HistoryRow> rows = new ArrayList<>(this.assessments.history(objective.code())
			.stream()
			.filter((recorded) -> !recorded.run().asOf().isAfter(viewpoint.knownOn()))
			.map(HistoryRow::of)
			.toList());
		Collections.reverse(rows);
		return rows;
	}

	private static String ambition(Objective objective, Plan plan) {
		return "Ambition " + objective.ambition()
				+ plan.ambition(objective.ambition()).map((ambition) -> ": " + ambition.title()).orElse("");
	}

	private static @Nullable String day(@Nullable LocalDate day) {
		return (day != null) ? Period.day(day).inWords() : null;
	}

}

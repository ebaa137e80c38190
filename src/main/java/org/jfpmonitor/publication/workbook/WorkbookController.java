package org.jfpmonitor.publication.workbook;

import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.BoardReader;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Workbooks to take away. */
@Controller
class WorkbookController {

	private static final MediaType WORKBOOK = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final BoardReader board;

	private final PlanVersions plans;

	private final Organisations organisations;

	WorkbookController(BoardReader board, PlanVersions plans, Organisations organisations) {
		this.board = board;
		this.plans = plans;
		this.organisations = organisations;
	}

	/** For those who send figures of their own. */
	@GetMapping("/figures-template.xlsx")
	ResponseEntity<StreamingResponseBody> template(Viewpoint viewpoint) {
		Plan plan = this.plans.knownOn(viewpoint.knownOn()).plan();
		return workbook("figures-template.xlsx",
				new FiguresTemplate(plan, this.organisations, viewpoint.asOf())::write);
	}

	/** The tables of the report. */
	@GetMapping("/report.xlsx")
	ResponseEntity<StreamingResponseBody> report(Viewpoint viewpoint) {
		PlanAssessment now = this.board.read(viewpoint).now();
		return workbook("report-" + viewpoint.asOf() + ".xlsx", new ReportTables(now)::write);
	}

	private static ResponseEntity<StreamingResponseBody> workbook(String name, StreamingResponseBody body) {
		return ResponseEntity.ok()
			.contentType(WORKBOOK)
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
			.body(body);
	}

}

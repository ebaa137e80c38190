package org.jfpmonitor.publication.api;

import java.security.Principal;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.api.problem.NotHere;
import org.jfpmonitor.publication.api.problem.OutOfTurn;
import org.jfpmonitor.publication.approval.AlreadyPublished;
import org.jfpmonitor.publication.approval.Approvals;
import org.jfpmonitor.publication.approval.PublishedReports;
import org.jfpmonitor.publication.approval.ReportMoved;
import org.jfpmonitor.publication.approval.WantedApproval;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportsApi {

	private final PublishedReports reports;

	private final Approvals approvals;

	ReportsApi(PublishedReports reports, Approvals approvals) {
		this.reports = reports;
		this.approvals = approvals;
	}

	@Operation(summary = "Every published report, the newest first, each as it was published")
	@GetMapping("/api/reports")
	List<ReportJson> all(PlanEditions plan) {
		return this.reports.all(plan).stream().map(ReportJson::of).toList();
	}

	@Operation(summary = "One published report by its number")
	@GetMapping("/api/reports/{number}")
	ReportJson one(@PathVariable long number, PlanEditions plan) {
		return this.reports.find(plan, number)
			.map(ReportJson::of)
			.orElseThrow(() -> new NotHere(
					"Expected the number of a published report, found " + number + ". GET /api/reports lists them."));
	}

	@Operation(summary = "The report as it would be published; its seen goes with POST /api/reports")
	@GetMapping("/api/reports/draft")
	ReportJson.DraftJson draft(Viewpoint viewpoint) {
		return ReportJson.DraftJson.of(this.approvals.draft(viewpoint), viewpoint,
				this.approvals.published(viewpoint).orElse(null));
	}

	@Operation(summary = "Approves and publishes the report; 409 when it was published, or is no longer what was seen")
	@PostMapping("/api/reports")
	@ResponseStatus(HttpStatus.CREATED)
	ReportJson approve(@RequestBody WantedApproval wanted, Viewpoint viewpoint, Principal author) {
		try {
			return ReportJson.of(this.approvals.approve(wanted, viewpoint, author.getName()));
		}
		catch (AlreadyPublished | ReportMoved refused) {
			throw new OutOfTurn(String.valueOf(refused.getMessage()));
		}
	}

}

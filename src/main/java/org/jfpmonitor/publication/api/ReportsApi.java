package org.jfpmonitor.publication.api;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import org.jfpmonitor.publication.api.problem.NotHere;
import org.jfpmonitor.publication.approval.PublishedReports;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ReportsApi {

	private final PublishedReports reports;

	ReportsApi(PublishedReports reports) {
		this.reports = reports;
	}

	@Operation(summary = "Every published report, the newest first, each as it was published")
	@GetMapping("/api/reports")
	List<ReportJson> all() {
		return this.reports.all().stream().map(ReportJson::of).toList();
	}

	@Operation(summary = "One published report by its number")
	@GetMapping("/api/reports/{number}")
	ReportJson one(@PathVariable long number) {
		return this.reports.find(number)
			.map(ReportJson::of)
			.orElseThrow(() -> new NotHere(
					"Expected the number of a published report, found " + number + ". GET /api/reports lists them."));
	}

}

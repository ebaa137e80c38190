package org.jfpmonitor.publication.report;

import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.Visitor;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The report as a page to look at and to print. */
@Controller
class ReportController {

	private final ReportReader reports;

	ReportController(ReportReader reports) {
		this.reports = reports;
	}

	@GetMapping("/report")
	String report(Viewpoint viewpoint, Visitor visitor, Model model) {
		model.addAttribute("report", this.reports.read(viewpoint, visitor.setsStatuses()));
		return PrintedReport.TEMPLATE;
	}

}

package org.jfpmonitor.publication.report;

import org.jfpmonitor.publication.Viewpoint;

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
	String report(Viewpoint viewpoint, Model model) {
		model.addAttribute("report", this.reports.read(viewpoint));
		return PrintedReport.TEMPLATE;
	}

}

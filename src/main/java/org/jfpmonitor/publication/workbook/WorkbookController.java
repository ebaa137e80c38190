package org.jfpmonitor.publication.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.publication.ReportWorkbook;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.address.Download;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Workbooks to take away. */
@Controller
class WorkbookController {

	private static final MediaType WORKBOOK = MediaType
		.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

	private final ReportWorkbook report;

	private final Organisations organisations;

	WorkbookController(ReportWorkbook report, Organisations organisations) {
		this.report = report;
		this.organisations = organisations;
	}

	/** For those who send figures of their own. */
	@GetMapping("/figures-template.xlsx")
	ResponseEntity<byte[]> template(Viewpoint viewpoint) throws IOException {
		Plan plan = viewpoint.edition().plan();
		return workbook(plan, "figures-template.xlsx",
				new FiguresTemplate(plan, this.organisations, viewpoint.asOf())::write);
	}

	/** The tables of the report. */
	@GetMapping("/report.xlsx")
	ResponseEntity<byte[]> report(Viewpoint viewpoint) throws IOException {
		return workbook(viewpoint.edition().plan(), "report-" + viewpoint.asOf() + ".xlsx",
				(out) -> this.report.write(viewpoint, out));
	}

	/** Made whole before anything is sent, so that a failure is an answer of its own. */
	private static ResponseEntity<byte[]> workbook(Plan plan, String name, WorkbookContent content) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		content.write(out);
		return ResponseEntity.ok()
			.contentType(WORKBOOK)
			.header(HttpHeaders.CONTENT_DISPOSITION, Download.of(plan.id(), name))
			.body(out.toByteArray());
	}

	/** Writes a workbook. */
	@FunctionalInterface
	private interface WorkbookContent {

		void write(OutputStream out) throws IOException;

	}

}

package org.jfpmonitor.publication.workbook;

import java.io.IOException;
import java.io.OutputStream;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.publication.ReportWorkbook;
import org.jfpmonitor.publication.Viewpoint;

import org.springframework.stereotype.Component;

/** Assesses the plan and writes its tables. */
@Component
class TabulatedReport implements ReportWorkbook {

	private final Assessments assessments;

	TabulatedReport(Assessments assessments) {
		this.assessments = assessments;
	}

	@Override
	public void write(Viewpoint viewpoint, OutputStream out) throws IOException {
		new ReportTables(this.assessments.assess(viewpoint.plan().id(), viewpoint.asOf(), viewpoint.knownOn()))
			.write(out);
	}

}

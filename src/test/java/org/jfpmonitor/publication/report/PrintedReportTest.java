package org.jfpmonitor.publication.report;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;

import org.jfpmonitor.publication.BoardReport;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.ExamplePlan;
import org.jfpmonitor.publication.board.ExampleServer;
import org.jfpmonitor.publication.board.PageText;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/** The report without a web server, as a command writes it. */
@SpringBootTest(classes = ExampleServer.class, webEnvironment = WebEnvironment.NONE)
class PrintedReportTest {

	@Autowired
	private BoardReport report;

	@Test
	void needsNoOtherFile() throws IOException {
		assertThat(written()).startsWith("<!DOCTYPE html>")
			.contains("<style>", "@page { size: A4")
			.doesNotContain("<link", "href=", "src=", "url(");
	}

	@Test
	void saysWhatThePageSays() throws IOException {
		assertThat(PageText.of(written())).contains("Position on 31 March 2025, using data received by 15 May 2025.",
				"6b Virtual wards On Track set manually by programme-office@example.org until 30 June 2025;"
						+ " computed Underperformance Underperformance Agrees",
				"Virtual ward beds: 170 (target 202 or more).",
				"Set to On Track by programme-office@example.org from 1 May 2025 to the end of 30 June 2025: Beds open"
						+ " in April were agreed.");
	}

	@Test
	void showsEveryMeasureAtAGlanceAndWhatItsChartSaysOfIt() throws IOException {
		assertThat(PageText.of(written())).contains(
				"Measure Latest Required Status Variation Assurance"
						+ " 1b Mothers smoking at time of delivery 10.4% Oct to Dec 2024 10.87% or less On Track"
						+ " Usual variation Early warning Too few figures",
				"6b Virtual ward beds 170 31 Mar 2025 202 or more Underperformance Improvement Expected to fail",
				"Variation Expected to fail Hit and miss Expected to pass Not known; each measure's row says why"
						+ " Usual variation 1b Mothers smoking at time of delivery Improvement 6b Virtual ward beds");
	}

	private String written() throws IOException {
		StringWriter out = new StringWriter();
		this.report.write(new Viewpoint(ExamplePlan.EDITIONS, LocalDate.of(2025, 3, 31), ExamplePlan.TODAY), out);
		return out.toString();
	}

}

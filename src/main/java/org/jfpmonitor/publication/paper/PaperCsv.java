package org.jfpmonitor.publication.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jfpmonitor.intake.delivery.RejectsCsv;
import org.jfpmonitor.publication.report.ReportPage;

/** The paper as CSV: a line for each objective, and one for each other thing it says. */
final class PaperCsv {

	private PaperCsv() {
	}

	static void write(Paper paper, OutputStream out) throws IOException {
		Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180);
		csv.printRecord("kind", "ambition", "code", "title", "how success will be known", "comment", "status",
				"remarks", "last time");
		line(csv, "position", "", "", paper.title(), "", paper.position(), "", "", "");
		for (String notice : paper.notices()) {
			line(csv, "notice", "", "", "", "", notice, "", "", "");
		}
		for (String point : paper.opening()) {
			line(csv, "opening", "", "", "", "", point, "", "", "");
		}
		for (ReportPage.ReportCount count : paper.counts()) {
			line(csv, "count", "", "", "", "", Long.toString(count.now()), count.mark().words(), "",
					Long.toString(count.lastTime()));
		}
		line(csv, "counted", "", "", "", "", paper.counted(), "", "", "");
		line(csv, "changed, compared", "", "", "", "", paper.movedAgainst(), "", "", "");
		for (String moved : paper.moved()) {
			line(csv, "changed", "", "", "", "", moved, "", "", "");
		}
		for (Paper.PaperSection section : paper.sections()) {
			for (Paper.PaperRow row : section.rows()) {
				line(csv, "objective", section.heading(), row.code(), row.title(), row.success(), row.commentText(),
						row.status().words(), String.join(" ", row.remarks()), row.before());
			}
		}
		notes(csv, "computed and published differ", paper.differences());
		for (String override : paper.overrides()) {
			line(csv, "set manually", "", "", "", "", override, "", "", "");
		}
		notes(csv, "not assessed", paper.unassessed());
		for (Paper.Trouble trouble : paper.troubles()) {
			for (String reason : trouble.reasons()) {
				line(csv, "reason", "", "", trouble.heading(), "", reason, trouble.status().words(), "", "");
			}
		}
		for (String warning : paper.warnings()) {
			line(csv, "early warning", "", "", "", "", warning, "", "", "");
		}
		for (String paragraph : paper.method()) {
			line(csv, "method", "", "", "", "", paragraph, "", "", "");
		}
		csv.flush();
	}

	private static void notes(CSVPrinter csv, String kind, List<Paper.PaperNote> notes) throws IOException {
		for (Paper.PaperNote note : notes) {
			for (String sentence : note.sentences()) {
				line(csv, kind, "", "", note.heading(), "", sentence, "", "", "");
			}
		}
	}

	private static void line(CSVPrinter csv, String... cells) throws IOException {
		csv.printRecord(Arrays.stream(cells).map(RejectsCsv::asText).toList());
	}

}

package org.jfpmonitor.publication.objective;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jfpmonitor.intake.delivery.RejectsCsv;
import org.jfpmonitor.publication.comments.AnnotationRow;
import org.jfpmonitor.publication.comments.CommentBlock;
import org.jspecify.annotations.Nullable;

/** Everything that the page of an objective shows, a line each, for a spreadsheet. */
final class ObjectiveCsv {

	private final StringWriter text = new StringWriter();

	private final CSVPrinter csv;

	private ObjectiveCsv() throws IOException {
		this.csv = new CSVPrinter(this.text, CSVFormat.RFC4180);
	}

	static String of(ObjectivePage page) {
		try {
			ObjectiveCsv csv = new ObjectiveCsv();
			csv.write(page);
			return csv.text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(ObjectivePage page) throws IOException {
		line("kind", "what", "day", "value", "required", "words", "by");
		line("status", page.row().code().value(), "", page.row().status().words(), "",
				(page.row().status() == page.row().computed()) ? "" : "set manually", "");
		line("computed", page.row().code().value(), "", page.row().computed().words(), "",
				page.because().get(0).sentence(), "");
		for (MeasureCard measure : page.measures()) {
			line("measure", measure.id(), "", measure.mark().words(), "", measure.why().sentence(), "");
			for (ChartPanel.ChartRow row : (measure.chart() != null) ? measure.chart().rows()
					: List.<ChartPanel.ChartRow>of()) {
				line("figure", measure.id(), row.period(), row.figure(), row.required(), row.variation(), "");
			}
			for (AnnotationRow note : measure.annotations()) {
				line("annotation", measure.id(), note.daysInWords(), "", "", note.words(), note.author());
			}
			comment(measure.comment(), measure.id());
		}
		for (MilestoneRow milestone : page.milestones()) {
			line("milestone", milestone.title(), milestone.due(), milestone.mark().words(), "",
					"forecast: " + milestone.forecast() + "; achieved: " + milestone.achieved(), "");
		}
		comment(page.words().comment(), page.row().code().value());
		for (CommentBlock earlier : page.words().earlier()) {
			comment(earlier, page.row().code().value());
		}
		for (PositionRow position : page.positions()) {
			line("published", page.row().code().value(), position.asOf(), position.mark().words(), "",
					position.comment(), "");
		}
		for (OverrideRow override : page.overrides()) {
			line("override", page.row().code().value(), override.from() + " to " + override.until(),
					override.mark().words(), "", override.reason(), override.author());
		}
		for (HistoryRow row : page.history()) {
			line("status history", page.row().code().value(), row.day(), row.status().words(), "",
					"computed: " + row.computed().words(), "");
		}
	}

	private void comment(@Nullable CommentBlock comment, String what) throws IOException {
		if (comment != null) {
			line("comment", what, comment.month(), "", "", comment.inOneText(), comment.author());
		}
	}

	private void line(String... cells) throws IOException {
		this.csv.printRecord(Arrays.stream(cells).map(RejectsCsv::asText).toList());
	}

}

package org.jfpmonitor.publication.objective;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.publication.board.ObjectiveRow;
import org.jfpmonitor.publication.board.PublishedMark;
import org.jfpmonitor.publication.board.ReportedStatuses.ReportApproval;
import org.jfpmonitor.publication.board.StatusStrip;
import org.jfpmonitor.publication.comments.AnnotationRow;
import org.jfpmonitor.publication.comments.CommentBlock;
import org.jfpmonitor.publication.csv.CsvTable;
import org.jfpmonitor.publication.page.SourceLine;
import org.jspecify.annotations.Nullable;

/** Everything that the page of an objective shows, a line each, for a spreadsheet. */
final class ObjectiveCsv {

	private final CsvTable table = new CsvTable("kind", "of", "what", "when", "value", "required", "words", "by",
			"source");

	private final String code;

	private ObjectiveCsv(String code) {
		this.code = code;
	}

	/**
	 * The lines of the page.
	 * @param ambition in the usual words
	 */
	static CsvTable of(ObjectivePage page, String ambition) {
		ObjectiveCsv csv = new ObjectiveCsv(page.row().code().value());
		csv.write(page, ambition);
		return csv.table;
	}

	private void write(ObjectivePage page, String ambition) {
		standing(page, ambition);
		for (ReasonLine reason : page.because()) {
			reason("reason", this.code, reason);
		}
		Disagreement disagreement = page.disagreement();
		if (disagreement != null) {
			line("disagreement", this.code).words(disagreement.sentence()).add();
			for (ReasonLine reason : disagreement.behind()) {
				reason("behind the disagreement", this.code, reason);
			}
		}
		for (MeasureCard measure : page.measures()) {
			measure(measure);
		}
		for (MilestoneRow milestone : page.milestones()) {
			milestone(milestone);
		}
		written(page.words());
		past(page);
	}

	private void standing(ObjectivePage page, String ambition) {
		ObjectiveRow row = page.row();
		line("objective", this.code).what("title").words(row.title()).add();
		line("objective", this.code).what("ambition").words(ambition).add();
		line("objective", this.code).what("how success will be known").words(page.success()).add();
		line("objective", this.code).what("due").day(page.due()).add();
		line("objective", this.code).what("told of changes").by(page.owner()).add();
		line("status", this.code).value(row.status().words())
			.words((row.override() != null) ? row.override().sentence() : "")
			.add();
		line("computed", this.code).value(row.computed().words()).day(row.since()).words(row.why()).add();
		for (StatusStrip.Square square : row.strip().squares()) {
			line("month end", this.code).day(Period.day(square.monthEnd()).inWords())
				.value(square.mark().words())
				.add();
		}
		PublishedMark published = row.published();
		if (published != null) {
			line("published", this.code).day(published.asOf())
				.value(published.mark().words())
				.words(said(published.comment(), published.reason()))
				.source(published.source())
				.add();
		}
	}

	private static String said(String comment, String reason) {
		return reason.isEmpty() ? comment : (comment + "\n\nReason given for the published status: " + reason).strip();
	}

	private void measure(MeasureCard measure) {
		line("measure", measure.id()).what(measure.title()).value(measure.mark().words()).add();
		reason("reason", measure.id(), measure.why());
		if (!measure.warning().isEmpty()) {
			line("early warning", measure.id()).words(measure.warning()).add();
		}
		for (MeasureCard.Fact fact : measure.facts()) {
			line("fact", measure.id()).what(fact.name()).words(fact.words()).add();
		}
		line("fact", measure.id()).what("What is counted").words(measure.definition()).add();
		if (measure.chart() != null) {
			chart(measure.id(), measure.chart());
		}
		for (RelatedSeries related : measure.related()) {
			line("related", measure.id()).what(related.title()).words(related.relation()).add();
			chart(measure.id() + " of " + related.code(), related.chart());
		}
		for (AnnotationRow note : measure.annotations()) {
			line("annotation", measure.id()).what(note.letter())
				.day(note.daysInWords())
				.words(note.words())
				.by(note.author() + ", " + note.written())
				.add();
		}
		comment("comment", measure.id(), measure.comment());
	}

	private void chart(String measure, ChartPanel chart) {
		line("variation", measure).words(chart.variation()).add();
		line("assurance", measure).words(chart.assurance()).add();
		for (String note : chart.notes()) {
			line("note", measure).words(note).add();
		}
		for (ChartPanel.ChartRow row : chart.rows()) {
			line("figure", measure).what(row.parts())
				.day(row.period())
				.value(row.figure())
				.required(row.required())
				.words(Stream
					.of(chart.judged().isEmpty() ? "" : chart.judged() + ": " + row.judged(), row.variation(),
							"average: " + row.mean(), "process limits: " + row.limits(), row.before())
					.filter((each) -> !each.isEmpty())
					.collect(Collectors.joining("; ")))
				.sources(row.sources())
				.add();
		}
	}

	private void milestone(MilestoneRow milestone) {
		line("milestone", this.code).what(milestone.title())
			.day(milestone.due())
			.value(milestone.mark().words())
			.words("forecast: " + milestone.forecast() + "; achieved: " + milestone.achieved()
					+ ((milestone.assumption() != null) ? "; assumed: " + milestone.assumption() : ""))
			.add();
		MilestoneRow.Reported reported = milestone.reported();
		if (reported != null) {
			line("milestone report", this.code).what(milestone.title())
				.day(reported.asOf())
				.words(reported.comment())
				.source(reported.source())
				.add();
		}
	}

	private void written(ObjectivePage.Words words) {
		comment("comment", this.code, words.comment());
		for (CommentBlock earlier : words.earlier()) {
			comment("earlier comment", this.code, earlier);
		}
		CommentBlock draft = words.draft();
		if (draft != null) {
			line("draft waits", this.code).day(draft.month()).by(draft.author() + ", " + draft.written()).add();
		}
	}

	private void past(ObjectivePage page) {
		for (PositionRow position : page.positions()) {
			line("published position", this.code).day(position.asOf())
				.value(position.mark().words())
				.words(said(position.comment(), position.reason()))
				.by("known since " + position.known() + approved(position.approval())
						+ (position.outranked() ? "; an approved report holds" : ""))
				.source(position.source())
				.add();
		}
		for (OverrideRow override : page.overrides()) {
			line("set manually", this.code).day(override.days())
				.value(override.mark().words())
				.words(String.join(" ",
						Stream.concat(Stream.of(override.reason()), override.revocations().stream()).toList()))
				.by(override.author() + ", " + override.set())
				.add();
		}
		for (MailLine mail : page.mails()) {
			line("email", this.code).what(mail.subject())
				.day(mail.written())
				.value(mail.state())
				.words(mail.text())
				.by("to " + mail.recipient())
				.add();
		}
		for (HistoryRow row : page.history()) {
			line("status history", this.code).day(row.day())
				.value(row.status().words())
				.words("computed: " + row.computed().words() + "; " + row.because())
				.add();
		}
	}

	private static String approved(@Nullable ReportApproval approval) {
		return (approval != null) ? "; report " + approval.report() + ", approved by " + approval.author() : "";
	}

	private void reason(String kind, String of, ReasonLine reason) {
		line(kind, of).value(reason.mark().words()).words(reason.sentence()).sources(reason.sources()).add();
	}

	private void comment(String kind, String of, @Nullable CommentBlock comment) {
		if (comment != null) {
			line(kind, of).day(comment.month())
				.words(comment.inOneText())
				.by(comment.author() + ", " + comment.written())
				.source(comment.source())
				.add();
		}
	}

	private Line line(String kind, String of) {
		return new Line(kind, of);
	}

	/** One line of the file; what is not said stays empty. */
	private final class Line {

		private final String[] cells = new String[9];

		Line(String kind, String of) {
			Arrays.fill(this.cells, "");
			this.cells[0] = kind;
			this.cells[1] = of;
		}

		Line what(String text) {
			return set(2, text);
		}

		Line day(@Nullable String text) {
			return set(3, text);
		}

		Line value(String text) {
			return set(4, text);
		}

		Line required(String text) {
			return set(5, text);
		}

		Line words(String text) {
			return set(6, text);
		}

		Line by(@Nullable String text) {
			return set(7, text);
		}

		Line source(@Nullable SourceLine source) {
			return sources((source != null) ? List.of(source) : List.of());
		}

		Line sources(List<SourceLine> sources) {
			return set(8,
					sources.stream()
						.map((each) -> each.fileName() + ", " + each.place().inWords())
						.collect(Collectors.joining("; ")));
		}

		private Line set(int column, @Nullable String text) {
			this.cells[column] = (text != null) ? text : "";
			return this;
		}

		void add() {
			ObjectiveCsv.this.table.row((Object[]) this.cells);
		}

	}

}

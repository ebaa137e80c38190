package org.jfpmonitor.publication.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.chart.ChartSize;
import org.jfpmonitor.chart.ControlChartSvg;
import org.jfpmonitor.commentary.CommentText;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.plan.Ambition;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.ReportLedger;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.BoardReader;
import org.jfpmonitor.publication.board.BoardRows;
import org.jfpmonitor.publication.page.Frame;
import org.jfpmonitor.publication.page.Frames;
import org.jfpmonitor.publication.page.LondonTime;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.page.Visitor;
import org.jfpmonitor.variation.ControlChart;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the paper together. What was published as of the very day stands as published; for
 * any other day the status that holds is proposed, and the newest published position is
 * the last time's.
 */
@Component
class PaperReader {

	private final BoardReader board;

	private final ProgressReports reports;

	private final Comments comments;

	private final Frames frames;

	PaperReader(BoardReader board, ProgressReports reports, Comments comments, Frames frames) {
		this.board = board;
		this.reports = reports;
		this.comments = comments;
		this.frames = frames;
	}

	Paper read(Viewpoint viewpoint) {
		PlanAssessment now = this.board.read(viewpoint).now();
		ReportLedger ledger = this.reports.ledger();
		Commentary written = this.comments.commentary();
		Map<ObjectiveCode, ObjectiveAssessment> assessed = new HashMap<>();
		now.objectives().forEach((each) -> assessed.put(each.objective().code(), each));
		List<Paper.Section> sections = now.plan()
			.plan()
			.ambitions()
			.stream()
			.map((ambition) -> section(ambition, assessed, ledger, written, viewpoint))
			.filter((section) -> !section.rows().isEmpty())
			.toList();
		List<Paper.Row> rows = sections.stream().flatMap((section) -> section.rows().stream()).toList();
		Frame frame = this.frames.frame(viewpoint, Visitor.NOBODY);
		return new Paper(frame.plan(), frame.organisation(), position(frame), notices(frame),
				lastDay(now, ledger, viewpoint), counts(rows), moved(rows), sections, troubles(now, rows),
				warnings(now), method(now, frame));
	}

	private static String position(Frame frame) {
		return frame.asOf().equals(frame.knownOn()) ? "Position on " + frame.asOf()
				: "Position on " + frame.asOf() + ", using data received by " + frame.knownOn();
	}

	private static List<String> notices(Frame frame) {
		List<String> notices = new ArrayList<>();
		if (frame.demonstration()) {
			notices.add("Demonstration. The plan is real; the figures are made up.");
		}
		if (!frame.closure().isEmpty()) {
			notices.add(frame.closure());
		}
		return notices;
	}

	private static Paper.Section section(Ambition ambition, Map<ObjectiveCode, ObjectiveAssessment> assessed,
			ReportLedger ledger, Commentary written, Viewpoint viewpoint) {
		List<Paper.Row> rows = ambition.objectives()
			.stream()
			.flatMap((objective) -> Optional.ofNullable(assessed.get(objective.code())).stream())
			.map((objective) -> row(objective, before(ledger, objective, viewpoint), written, viewpoint))
			.toList();
		return new Paper.Section("Ambition " + ambition.number() + ": " + ambition.title(), rows);
	}

	private static Paper.Row row(ObjectiveAssessment objective, Optional<PublishedPosition> before, Commentary written,
			Viewpoint viewpoint) {
		Optional<PublishedPosition> published = Optional.ofNullable(objective.published())
			.filter((each) -> each.asOf().equals(viewpoint.asOf()));
		StatusMark status = published.map((each) -> StatusMark.of(each.status()))
			.orElseGet(() -> StatusMark.of(objective.status()));
		return new Paper.Row(objective.objective().code().value(), objective.objective().title(),
				objective.objective().success(),
				comment(objective.objective().code(), published, before, written, viewpoint), status,
				remarks(objective, published, status), before.map((each) -> StatusMark.of(each.status())).orElse(null));
	}

	/**
	 * A status that was not published, or that the figures do not bear out, is never left
	 * to itself.
	 */
	private static List<String> remarks(ObjectiveAssessment objective, Optional<PublishedPosition> published,
			StatusMark status) {
		List<String> remarks = new ArrayList<>();
		if (objective.override() != null) {
			remarks.add(Phrasing.override(objective.override()));
		}
		if (published.isEmpty()) {
			remarks.add("Not published yet. " + objective.reason().statement());
		}
		else if (StatusMark.of(objective.computed()) != status) {
			remarks.add("By its figures and milestones: " + Phrasing.status(objective.computed()) + ". "
					+ objective.reason().statement());
		}
		return remarks;
	}

	/** As published; otherwise the final comment of a month since the last time. */
	private static List<String> comment(ObjectiveCode code, Optional<PublishedPosition> published,
			Optional<PublishedPosition> before, Commentary written, Viewpoint viewpoint) {
		List<String> asPublished = paragraphs(published.map(PublishedPosition::comment).orElse(""));
		if (!asPublished.isEmpty()) {
			return asPublished;
		}
		LocalDate last = before.map(PublishedPosition::asOf).orElse(LocalDate.MIN);
		return written.shown(code, null, viewpoint.asOf(), viewpoint.knownOn())
			.filter((each) -> each.subject().asOf().isAfter(last))
			.map((each) -> paragraphs(each.text()))
			.orElse(List.of());
	}

	private static List<String> paragraphs(CommentText text) {
		String by = (text.actionBy() != null) ? " By " + Phrasing.day(text.actionBy()) + "." : "";
		return Stream
			.of(paragraphs(text.figures()), named("Cause: ", text.cause()), named("Action: ", text.action() + by),
					named("Expected next: ", text.expected()))
			.flatMap(List::stream)
			.toList();
	}

	private static List<String> named(String name, String text) {
		return text.isBlank() ? List.of() : paragraphs(name + text);
	}

	private static List<String> paragraphs(String comment) {
		return Arrays.stream(comment.split("\\R+")).map(String::strip).filter((each) -> !each.isEmpty()).toList();
	}

	private static Optional<PublishedPosition> before(ReportLedger ledger, ObjectiveAssessment objective,
			Viewpoint viewpoint) {
		return ledger.position(objective.objective().code(), viewpoint.asOf().minusDays(1), viewpoint.knownOn());
	}

	private static @Nullable String lastDay(PlanAssessment now, ReportLedger ledger, Viewpoint viewpoint) {
		return now.objectives()
			.stream()
			.flatMap((each) -> before(ledger, each, viewpoint).stream())
			.map(PublishedPosition::asOf)
			.max(Comparator.naturalOrder())
			.map(Phrasing::day)
			.orElse(null);
	}

	private static List<Paper.Count> counts(List<Paper.Row> rows) {
		return Arrays.stream(StatusMark.values())
			.map((mark) -> new Paper.Count(mark, rows.stream().filter((row) -> row.status() == mark).count(),
					rows.stream().filter((row) -> row.before() == mark).count()))
			.toList();
	}

	private static List<String> moved(List<Paper.Row> rows) {
		return rows.stream()
			.filter((row) -> row.before() != null && row.before() != row.status())
			.map((row) -> row.code() + " " + row.title() + ": " + row.status().words() + ", was " + row.beforeInWords())
			.toList();
	}

	private static List<Paper.Trouble> troubles(PlanAssessment now, List<Paper.Row> rows) {
		Map<String, ObjectiveAssessment> assessed = new HashMap<>();
		now.objectives().forEach((each) -> assessed.put(each.objective().code().value(), each));
		return rows.stream()
			.filter((row) -> row.status().isAdverse())
			.flatMap((row) -> Optional.ofNullable(assessed.get(row.code())).map((each) -> trouble(each, row)).stream())
			.sorted(Comparator.comparingInt((each) -> StatusMark.BY_SEVERITY.indexOf(each.status())))
			.toList();
	}

	/** With the charts of the measures that made it so; of all when none did. */
	private static Paper.Trouble trouble(ObjectiveAssessment objective, Paper.Row row) {
		List<MeasureAssessment> behind = objective.measures()
			.stream()
			.filter((each) -> each.status() != null && each.status() == objective.computed())
			.toList();
		return new Paper.Trouble(row.code() + " " + row.title(), row.status(),
				objective.because().stream().map(Reason::sentence).distinct().toList(),
				(behind.isEmpty() ? objective.measures() : behind).stream()
					.flatMap((each) -> chart(each).stream())
					.toList());
	}

	private static Optional<Paper.Chart> chart(MeasureAssessment measure) {
		MeasureSeries series = measure.series();
		return series.chart().map((chart) -> chart(series, chart));
	}

	private static Paper.Chart chart(MeasureSeries series, ControlChart chart) {
		String title = series.measure().title();
		String words = title + ". " + Phrasing.variation(chart)
				+ (Phrasing.assurance(chart).isEmpty() ? "" : " " + Phrasing.assurance(chart));
		return new Paper.Chart(title, words, ControlChartSvg.of("paper-" + series.measure().id(), chart.points(),
				series.measure(), ChartSize.PAGE, title, words));
	}

	private static List<String> warnings(PlanAssessment now) {
		return now.objectives()
			.stream()
			.flatMap((each) -> BoardRows.warnings(each)
				.stream()
				.map((warning) -> each.objective().code() + ": " + warning))
			.toList();
	}

	private static List<String> method(PlanAssessment now, Frame frame) {
		return List
			.of("Statuses follow from published figures and reported milestones by the rules and targets of the plan;"
					+ " where a person set or published another one, it says so and the computed one stands beside it.",
					"Version " + now.plan().number() + " of the plan, known from "
							+ LondonTime.dayInWords(now.plan().knownFrom()) + ". Figures as they were known on "
							+ frame.knownOn() + "; the objective's page names the file and line behind each.");
	}

}

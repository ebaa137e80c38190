package org.jfpmonitor.publication.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.reason.Reason;
import org.jfpmonitor.assessment.series.MeasureSeries;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.assessment.words.SeriesChart;
import org.jfpmonitor.chart.ChartSize;
import org.jfpmonitor.commentary.CommentText;
import org.jfpmonitor.commentary.TextBlock;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.PlainText;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.comments.CommentBlock;
import org.jfpmonitor.publication.page.Frame;
import org.jfpmonitor.publication.page.Frames;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.page.Visitor;
import org.jfpmonitor.publication.report.ReportLine;
import org.jfpmonitor.publication.report.ReportPage;
import org.jfpmonitor.variation.ControlChart;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Puts the paper together: the lines of the report in the words of a document, and for
 * what is in trouble its reasons and charts.
 */
@Component
class PaperReader {

	private final Frames frames;

	PaperReader(Frames frames) {
		this.frames = frames;
	}

	/** For people: in the words of the plan. */
	Paper read(ReportPage report, Viewpoint viewpoint) {
		return read(report, this.frames.frame(viewpoint, Visitor.NOBODY));
	}

	/** For programs and spreadsheets. */
	Paper inUsualWords(ReportPage report, Viewpoint viewpoint) {
		return read(report, this.frames.frame(viewpoint, Visitor.NOBODY).inUsualWords());
	}

	private static Paper read(ReportPage report, Frame frame) {
		Map<ObjectiveCode, ObjectiveAssessment> assessed = report.now()
			.objectives()
			.stream()
			.collect(Collectors.toMap((each) -> each.objective().code(), Function.identity()));
		List<Paper.PaperSection> sections = report.sections()
			.stream()
			.map((section) -> new Paper.PaperSection(frame.words().ambition(section.heading()),
					section.lines().stream().map((line) -> row(line, assessed.get(line.code()), frame)).toList()))
			.toList();
		return new Paper(frame.plan(), frame.organisation(), position(frame), notices(frame, report), report.opening(),
				report.counts(), report.counted(), report.moved().stream().map(PaperReader::moved).toList(),
				report.movedAgainst(), sections, report.measures(), report.matrix(), differences(report),
				overrides(report), unassessed(report), troubles(report, assessed),
				report.warnings().stream().map((each) -> each.code() + ": " + each.sentence()).toList(),
				method(report, frame), frame);
	}

	private static String position(Frame frame) {
		return frame.asOf().equals(frame.knownOn()) ? "Position on " + frame.asOf()
				: "Position on " + frame.asOf() + ", using data received by " + frame.knownOn();
	}

	private static List<String> notices(Frame frame, ReportPage report) {
		List<String> notices = new ArrayList<>();
		if (report.draft()) {
			notices.add("Draft: only editors see the points of In short until the report is approved.");
		}
		if (frame.demonstration()) {
			notices.add("Demonstration. The plan is real; the figures are made up.");
		}
		if (frame.loading() != null) {
			notices.add(frame.loading().inWords());
		}
		notices.addAll(frame.cautions());
		return notices;
	}

	private static Paper.PaperRow row(ReportLine line, @Nullable ObjectiveAssessment objective, Frame frame) {
		return new Paper.PaperRow(line.code().value(), line.title(), line.success(), comment(line), line.status(),
				(objective != null) ? remarks(line, objective) : List.of(), (line.lastTime() != null)
						? frame.said(line.lastTime().words()) + ", " + line.lastDay() : "None published");
	}

	/**
	 * A status that was not published, or that the figures do not bear out, is never left
	 * to itself.
	 */
	private static List<String> remarks(ReportLine line, ObjectiveAssessment objective) {
		List<String> remarks = new ArrayList<>(Phrasing.decided(objective.override(), line.reason()));
		if (!line.isPublished()) {
			remarks.add("Not published yet. " + (line.differs() ? "" : objective.reason().statement()));
		}
		if (line.differs()) {
			remarks.add("By its figures and milestones: " + line.computed().words() + ". "
					+ objective.reason().statement());
		}
		return remarks.stream().map(String::strip).toList();
	}

	private static List<TextBlock> comment(ReportLine line) {
		CommentBlock written = line.comment().written();
		List<TextBlock> blocks = new ArrayList<>(
				(written != null) ? blocks("", written) : line.comment().publishedBlocks());
		blocks.addAll(TextBlock.of(line.comment().origin()));
		line.measureComments().forEach((each) -> blocks.addAll(blocks(each.heading(), each.comment())));
		return blocks;
	}

	/** Each part begins with its heading, if it has one. */
	private static List<TextBlock> blocks(String heading, CommentBlock comment) {
		List<TextBlock> blocks = new ArrayList<>();
		for (CommentText.CommentField part : comment.parts()) {
			String before = Stream.of(blocks.isEmpty() ? heading : "", part.heading())
				.filter((each) -> !each.isEmpty())
				.collect(Collectors.joining(": "));
			blocks.addAll(headed(before, part.blocks()));
		}
		return blocks;
	}

	private static List<TextBlock> headed(String heading, List<TextBlock> blocks) {
		if (heading.isEmpty() || blocks.isEmpty()) {
			return blocks;
		}
		TextBlock first = blocks.get(0);
		if (first.list()) {
			return Stream.concat(Stream.of(new TextBlock(false, List.of(heading + ":"))), blocks.stream()).toList();
		}
		List<String> lines = new ArrayList<>(first.lines());
		lines.set(0, heading + ": " + lines.get(0));
		return Stream.concat(Stream.of(new TextBlock(false, lines)), blocks.stream().skip(1)).toList();
	}

	private static String moved(ReportLine line) {
		return line.code() + " " + line.moveInWords();
	}

	private static List<Paper.PaperNote> differences(ReportPage report) {
		return report.differences()
			.stream()
			.map((each) -> new Paper.PaperNote(each.row().code() + " " + each.row().shortTitle(),
					each.explained().sentences()))
			.toList();
	}

	private static List<String> overrides(ReportPage report) {
		return report.board()
			.rows()
			.stream()
			.flatMap((row) -> Optional.ofNullable(row.override())
				.map((each) -> row.code() + " " + row.shortTitle() + ": " + each.sentence())
				.stream())
			.toList();
	}

	private static List<Paper.PaperNote> unassessed(ReportPage report) {
		return report.unassessed()
			.stream()
			.map((each) -> new Paper.PaperNote(each.code() + " " + each.title(), each.because()))
			.toList();
	}

	private static List<Paper.Trouble> troubles(ReportPage report, Map<ObjectiveCode, ObjectiveAssessment> assessed) {
		return report.lines()
			.stream()
			.filter((line) -> line.status() == StatusMark.UNDERPERFORMANCE || line.status() == StatusMark.DELAYED)
			.flatMap((
					line) -> Optional.ofNullable(assessed.get(line.code())).map((each) -> trouble(each, line)).stream())
			.sorted(Comparator.comparingInt((each) -> StatusMark.BY_SEVERITY.indexOf(each.status())))
			.toList();
	}

	/**
	 * With the charts of the measures that made it so; of all when none did. More than
	 * two are drawn smaller, so that they stand beside each other.
	 */
	private static Paper.Trouble trouble(ObjectiveAssessment objective, ReportLine line) {
		List<MeasureAssessment> behind = objective.measures()
			.stream()
			.filter((each) -> each.status() != null && each.status() == objective.computed())
			.toList();
		List<MeasureSeries> shown = (behind.isEmpty() ? objective.measures() : behind).stream()
			.map(MeasureAssessment::series)
			.filter((each) -> each.chart().isPresent())
			.toList();
		ChartSize size = (shown.size() > Paper.Trouble.WIDE_CHARTS) ? ChartSize.MAIL : ChartSize.PAGE;
		return new Paper.Trouble(line.code() + " " + line.title(), line.status(), reasons(objective, line),
				shown.stream().map((each) -> chart(each, size)).toList());
	}

	/**
	 * First what a person decided, which figures and milestones do not say, then the
	 * parts that decided the computed status.
	 */
	private static List<String> reasons(ObjectiveAssessment objective, ReportLine line) {
		List<String> reasons = new ArrayList<>(Phrasing.decided(objective.override(), line.reason()));
		if (line.differs()) {
			reasons.add("By its figures and milestones: " + line.computed().words() + ".");
		}
		Comparator<Reason> decidingFirst = Comparator.comparing((each) -> each.therefore() != objective.computed());
		objective.steps().stream().sorted(decidingFirst).forEach((each) -> reasons.add(each.sentence()));
		return reasons;
	}

	private static Paper.PaperChart chart(MeasureSeries series, ChartSize size) {
		ControlChart chart = series.chart().orElseThrow();
		String title = series.measure().title();
		String words = title + ". " + Phrasing.variation(chart) + " " + Phrasing.assurance(series);
		SeriesChart drawing = SeriesChart.of(series);
		return new Paper.PaperChart(title, words,
				PlainText.writable(drawing.drawn("paper-" + series.measure().id(), Map.of(), size, title, words)),
				drawing.key());
	}

	private static List<String> method(ReportPage report, Frame frame) {
		return List
			.of("Statuses follow from published figures and reported milestones by the rules and targets of the plan;"
					+ " where a person set or published another one, it says so and the computed one stands beside it.",
					report.planVersion() + ". Figures from the files received by " + frame.knownOn()
							+ "; the objective's page names the file and line behind each.");
	}

}

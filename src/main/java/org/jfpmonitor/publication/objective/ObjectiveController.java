package org.jfpmonitor.publication.objective;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.chart.MilestoneTimeline;
import org.jfpmonitor.commentary.Comment;
import org.jfpmonitor.commentary.CommentSubject;
import org.jfpmonitor.commentary.Commentary;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.notification.outbox.MailRecords;
import org.jfpmonitor.organisation.OrganisationCode;
import org.jfpmonitor.organisation.Organisations;
import org.jfpmonitor.plan.Feed;
import org.jfpmonitor.plan.Measure;
import org.jfpmonitor.plan.Objective;
import org.jfpmonitor.plan.Plan;
import org.jfpmonitor.plan.Plan.PlanWords;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.ReportLedger;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.board.BoardReader;
import org.jfpmonitor.publication.board.ReportedStatuses;
import org.jfpmonitor.publication.board.ReportedStatuses.ReportApproval;
import org.jfpmonitor.publication.caching.PageContents;
import org.jfpmonitor.publication.comments.AnnotationRow;
import org.jfpmonitor.publication.comments.CommentBlock;
import org.jfpmonitor.publication.comments.CommentWriter;
import org.jfpmonitor.publication.comparison.Comparisons;
import org.jfpmonitor.publication.page.NoSuchPage;
import org.jfpmonitor.publication.page.Visitor;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why an objective stands where it stands. */
@Controller
class ObjectiveController {

	private static final String PAGE = "board/objective";

	private static final int MOST_MAILS = 20;

	private final BoardReader board;

	private final Assessments assessments;

	private final ProgressReports reports;

	private final Comments comments;

	private final MailRecords mails;

	private final Organisations organisations;

	private final ReportedStatuses reported;

	private final Comparisons comparisons;

	private final PageContents contents;

	private final Today today;

	ObjectiveController(BoardReader board, Assessments assessments, ProgressReports reports, Comments comments,
			MailRecords mails, Organisations organisations, ReportedStatuses reported, Comparisons comparisons,
			PageContents contents, Today today) {
		this.board = board;
		this.assessments = assessments;
		this.reports = reports;
		this.comments = comments;
		this.mails = mails;
		this.organisations = organisations;
		this.reported = reported;
		this.comparisons = comparisons;
		this.contents = contents;
		this.today = today;
	}

	@GetMapping("/objectives/{code}")
	String objective(@PathVariable String code, Viewpoint viewpoint, Visitor visitor, Model model) {
		Objective objective = find(code, viewpoint);
		model.addAttribute("title", code + " " + objective.shortTitle());
		if (visitor.writesFor(objective.owner())) {
			model.addAllAttributes(parts(objective, viewpoint, visitor));
		}
		else {
			this.contents.add(model, viewpoint, PAGE, List.of(objective.code()),
					() -> parts(objective, viewpoint, Visitor.NOBODY));
		}
		return PAGE;
	}

	private Map<String, ?> parts(Objective objective, Viewpoint viewpoint, Visitor visitor) {
		return Map.of("page", page(objective, viewpoint, visitor), "compared",
				this.comparisons.among(objective.measures()));
	}

	/** Everything that the page shows, for a spreadsheet. */
	@GetMapping("/objectives/{code}/page.csv")
	ResponseEntity<String> csv(@PathVariable String code, Viewpoint viewpoint, Visitor visitor) {
		Objective objective = find(code, viewpoint);
		Plan plan = viewpoint.edition().plan();
		return ObjectiveCsv.of(page(objective, viewpoint, visitor), ambition(objective, plan, PlanWords.USUAL))
			.answer(plan.id(), "objective-" + code + "-" + viewpoint.asOf());
	}

	private Objective find(String code, Viewpoint viewpoint) {
		List<Objective> all = viewpoint.edition().plan().objectives();
		return all.stream()
			.filter((each) -> each.code().value().equals(code))
			.findFirst()
			.orElseThrow(() -> new NoSuchPage("There is no objective \"%s\" in the plan. It has %s.%s".formatted(code,
					all.stream().map((each) -> each.code().value()).collect(Collectors.joining(", ")),
					elsewhere(code, viewpoint))));
	}

	/** An address that was passed on while another edition was in force. */
	private String elsewhere(String code, Viewpoint viewpoint) {
		return viewpoint.plan()
			.all()
			.stream()
			.map(PlanVersion::plan)
			.filter((plan) -> plan.objectives().stream().anyMatch((each) -> each.code().value().equals(code)))
			.map((plan) -> " %s has one: /objectives/%s?edition=%s".formatted(plan.title(), code, plan.id()))
			.collect(Collectors.joining());
	}

	private ObjectivePage page(Objective objective, Viewpoint viewpoint, Visitor visitor) {
		BoardReader.Reading reading = this.board.read(viewpoint);
		ObjectiveAssessment assessed = reading.now().objective(objective.code()).orElseThrow();
		Plan plan = reading.now().plan().plan();
		Commentary commentary = this.comments.commentary(viewpoint.plan(), viewpoint.asOf());
		ReportLedger ledger = this.reports.ledger(plan.id());
		return new ObjectivePage(reading.rows().row(assessed), ambition(objective, plan, plan.words()),
				objective.success(), (objective.owner() != null) ? objective.owner().value() : null,
				day(objective.due()), Disagreement.of(assessed),
				assessed.because().stream().map(ReasonLine::of).toList(),
				ObjectivePage.JudgedApart.of(assessed.measures()),
				assessed.measures()
					.stream()
					.map((measure) -> card(measure, objective, plan, commentary, viewpoint))
					.toList(),
				assessed.milestones().stream().map(MilestoneRow::of).toList(), overrides(objective, ledger, viewpoint),
				history(objective, plan, ledger, viewpoint), words(plan, objective, commentary, viewpoint, visitor),
				positions(objective, plan, ledger, viewpoint), mails(objective, plan, viewpoint, visitor),
				timeline(assessed, viewpoint));
	}

	private MeasureCard card(MeasureAssessment assessed, Objective objective, Plan plan, Commentary commentary,
			Viewpoint viewpoint) {
		Measure measure = assessed.measure();
		String feed = plan.feed(measure.feed()).map(Feed::title).orElse(measure.feed().value());
		String counted = measure.organisations()
			.stream()
			.map((code) -> counted(code, viewpoint.asOf()))
			.collect(Collectors.joining("; "));
		List<RelatedSeries> related = RelatedSeries.of(measure, this.organisations, viewpoint.asOf())
			.stream()
			.flatMap((each) -> RelatedSeries
				.of(this.assessments.series(viewpoint.plan().id(), measure, each.code(), viewpoint.asOf(),
						viewpoint.knownOn()), each, this.organisations)
				.stream())
			.toList();
		return MeasureCard.of(assessed, feed, counted, related,
				AnnotationRow.of(commentary.annotations(measure.id(), viewpoint.knownOn()), assessed.series()),
				CommentBlock.shown(commentary, objective.code(), measure.id(), viewpoint));
	}

	private String counted(OrganisationCode code, LocalDate day) {
		String closure = this.organisations.find(code)
			.map((each) -> Phrasing.closure(each, day, this.organisations.successorsOf(each)))
			.orElse("");
		return closure.isEmpty() ? this.organisations.nameOf(code) : closure;
	}

	private List<PositionRow> positions(Objective objective, Plan plan, ReportLedger ledger, Viewpoint viewpoint) {
		List<PublishedPosition> known = ledger.positions()
			.stream()
			.filter((each) -> each.objective().equals(objective.code()) && !each.asOf().isAfter(viewpoint.asOf())
					&& each.origin().isKnownOn(viewpoint.knownOn()))
			.toList();
		Set<LocalDate> approved = known.stream()
			.filter(PublishedPosition::isApproved)
			.map(PublishedPosition::asOf)
			.collect(Collectors.toSet());
		Map<Instant, ReportApproval> approvals = this.reported.approvals(plan.id());
		return known.stream()
			.sorted(Comparator.comparing(PublishedPosition::asOf)
				.thenComparing((each) -> each.origin().knownAt())
				.reversed())
			.map((each) -> PositionRow.of(each, each.isApproved() ? approvals.get(each.origin().knownAt()) : null,
					!each.isApproved() && approved.contains(each.asOf())))
			.toList();
	}

	/**
	 * They name who works on what. Where a day is set as today's, mails are of the real
	 * day all the same.
	 */
	private List<MailLine> mails(Objective objective, Plan plan, Viewpoint viewpoint, Visitor visitor) {
		return visitor.setsStatuses() ? this.mails.about(plan.id(), objective.code(), MOST_MAILS)
			.stream()
			.filter((each) -> !viewpoint.knownOn().isBefore(this.today.day())
					|| each.record().createdAt().isBefore(Today.endOf(viewpoint.knownOn())))
			.map(MailLine::of)
			.toList() : List.of();
	}

	private static String timeline(ObjectiveAssessment assessed, Viewpoint viewpoint) {
		List<MilestoneTimeline.TimelineEntry> entries = assessed.milestones().stream().map((each) -> {
			MilestoneReport report = each.report();
			return new MilestoneTimeline.TimelineEntry(each.milestone().due(),
					(report != null) ? report.forecast() : null, (report != null) ? report.achieved() : null);
		}).toList();
		return entries.isEmpty() ? ""
				: MilestoneTimeline.of("milestones-" + assessed.objective().code().value().replace('.', '-'), entries,
						viewpoint.asOf(), "Milestones of objective " + assessed.objective().code(),
						"Each on a line of its own, by the number it has in the table below.");
	}

	private static ObjectivePage.Words words(Plan plan, Objective objective, Commentary commentary, Viewpoint viewpoint,
			Visitor visitor) {
		Optional<Comment> shown = commentary.shown(objective.code(), null, viewpoint.asOf(), viewpoint.knownOn());
		List<CommentBlock> earlier = commentary.history(objective.code(), viewpoint.knownOn())
			.stream()
			.filter((each) -> !each.subject().asOf().isAfter(viewpoint.asOf())
					&& !shown.filter(each::equals).isPresent())
			.map(CommentBlock::of)
			.toList();
		YearMonth month = CommentSubject.newestMonth(viewpoint.asOf());
		boolean writable = visitor.writesFor(objective.owner()) && CommentWriter.isOf(plan, month);
		Optional<Comment> draft = commentary.newest(new CommentSubject(objective.code(), null, month))
			.filter((each) -> writable && each.state() == Comment.Stage.DRAFT);
		return new ObjectivePage.Words(shown.map(CommentBlock::of).orElse(null), earlier, writable, month.toString(),
				Period.month(month).inWords(), draft.map(CommentBlock::of).orElse(null));
	}

	private static List<OverrideRow> overrides(Objective objective, ReportLedger ledger, Viewpoint viewpoint) {
		List<OverrideRow> rows = new ArrayList<>(ledger.history(viewpoint.knownOn())
			.stream()
			.filter((each) -> each.objective().equals(objective.code()))
			.map(OverrideRow::of)
			.toList());
		Collections.reverse(rows);
		return rows;
	}

	private List<HistoryRow> history(Objective objective, Plan plan, ReportLedger ledger, Viewpoint viewpoint) {
		return HistoryRow.of(this.assessments.history(plan.id(), objective.code())
			.stream()
			.filter((recorded) -> !recorded.run().asOf().isAfter(viewpoint.knownOn())
					&& !recorded.run().asOf().isAfter(viewpoint.asOf()))
			.toList(), objective.code(), ledger);
	}

	private static String ambition(Objective objective, Plan plan, PlanWords words) {
		return words.ambition(objective.ambition())
				+ plan.ambition(objective.ambition()).map((ambition) -> ": " + ambition.title()).orElse("");
	}

	private static @Nullable String day(@Nullable LocalDate day) {
		return (day != null) ? Period.day(day).inWords() : null;
	}

}

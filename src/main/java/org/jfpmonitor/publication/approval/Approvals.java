package org.jfpmonitor.publication.approval;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.commentary.Opening;
import org.jfpmonitor.commentary.Openings;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.publication.BoardPaper;
import org.jfpmonitor.publication.DataLoading;
import org.jfpmonitor.publication.Entry;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.paper.PaperWriter;
import org.jfpmonitor.publication.report.Decision;
import org.jfpmonitor.publication.report.PrintedReport;
import org.jfpmonitor.publication.report.ReportLine;
import org.jfpmonitor.publication.report.ReportPage;
import org.jfpmonitor.publication.report.ReportReader;
import org.jfpmonitor.schedule.RunKind;
import org.jfpmonitor.schedule.Runs;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Approves a report: its statuses and comments become the published positions of its day,
 * and the report is kept as it is. Each day has one report, and each report at most one
 * correction.
 */
@Component
public class Approvals {

	/** How many characters a reason or a correction may have. */
	static final int LONGEST = 1000;

	private static final String NEWER = "New figures or comments have come since you opened this page."
			+ " Look at them, then approve again.";

	private final PublishedReports published;

	private final ReportReader reports;

	private final PrintedReport printed;

	private final ProgressReports positions;

	private final Openings openings;

	private final PaperWriter papers;

	private final AuditTrail trail;

	private final Runs runs;

	private final Today today;

	private final TransactionOperations transactions;

	private final ObjectProvider<DataLoading> loading;

	Approvals(PublishedReports published, ReportReader reports, PrintedReport printed, ProgressReports positions,
			Openings openings, PaperWriter papers, AuditTrail trail, Runs runs, Today today,
			TransactionOperations transactions, ObjectProvider<DataLoading> loading) {
		this.published = published;
		this.reports = reports;
		this.printed = printed;
		this.positions = positions;
		this.openings = openings;
		this.papers = papers;
		this.trail = trail;
		this.runs = runs;
		this.today = today;
		this.transactions = transactions;
		this.loading = loading;
	}

	/**
	 * The report as it would be published if nothing were changed: a correction begins
	 * with what the report says that it corrects.
	 */
	public ReportPage draft(Viewpoint viewpoint) {
		return this.reports.read(viewpoint, published(viewpoint)
			.map((report) -> report.lines()
				.stream()
				.collect(Collectors.toMap(PublishedReport.PublishedLine::objective,
						(line) -> new Decision(line.status(), line.reason()))))
			.orElse(Map.of()), newest(viewpoint).map(Opening::points).orElse(List.of()));
	}

	/**
	 * The newest report on the day, which none corrects, of the edition in force on it.
	 */
	public Optional<PublishedReport> published(Viewpoint viewpoint) {
		return this.published.ofDay(viewpoint.edition().plan().id(), viewpoint.asOf());
	}

	/** The number of the version of the opening points that a draft has, 0 for none. */
	int openingVersion(Viewpoint viewpoint) {
		return newest(viewpoint).map(Opening::version).orElse(0);
	}

	private Optional<Opening> newest(Viewpoint viewpoint) {
		return this.openings.newest(viewpoint.edition().plan().id(), viewpoint.asOf());
	}

	/**
	 * Keeps the points that the draft opens with.
	 * @param text a line each
	 * @param basedOn the version that the writer had before them, 0 for none
	 * @throws org.jfpmonitor.publication.RefusedEntry when they are too long, or somebody
	 * has saved others since
	 */
	void open(Viewpoint viewpoint, @Nullable String text, int basedOn, String author) {
		LocalDate asOf = viewpoint.asOf();
		Entry entry = new Entry();
		List<String> points = points(text, entry);
		entry.refuseFaults();
		this.transactions.executeWithoutResult((transaction) -> {
			if (!this.openings.add(viewpoint.edition().plan().id(),
					new Opening(asOf, basedOn + 1, points, false, author, this.today.now()))) {
				String other = newest(viewpoint).map(Opening::author).orElse("somebody");
				entry.expect(false, "opening", "a change of the newest version", "a change of version " + basedOn,
						"The points were changed by " + other
								+ " while you wrote. Yours are not saved yet: they stand here below theirs. Put both together, then save again");
				entry.refuseFaults();
			}
			this.trail.add(Action.REPORT_OPENING, author, "Report on %s: version %d, %d points, plan %s".formatted(asOf,
					basedOn + 1, points.size(), viewpoint.edition().plan().id()));
		});
	}

	private static List<String> points(@Nullable String text, Entry entry) {
		return Opening.points(entry.text("opening", text, Opening.LONGEST, "The opening points"));
	}

	/**
	 * Publishes the report and assesses the plan anew.
	 * @throws org.jfpmonitor.publication.RefusedEntry naming every fault of what was sent
	 * @throws ReportMoved when something is new since the approver looked, or data is
	 * still being read
	 * @throws AlreadyPublished when the same has been published, if only just now
	 */
	public PublishedReport approve(WantedApproval wanted, Viewpoint viewpoint, String author) {
		PublishedReport report = Objects
			.requireNonNull(this.transactions.execute((transaction) -> publish(wanted, viewpoint, author)));
		this.runs.reassess(viewpoint.plan().id(), RunKind.APPROVAL);
		return report;
	}

	private PublishedReport publish(WantedApproval wanted, Viewpoint viewpoint, String author) {
		this.published.lock();
		this.loading.stream().flatMap((each) -> each.progress().stream()).findFirst().ifPresent((progress) -> {
			throw new ReportMoved(progress.inWords() + " Approve the report then.");
		});
		refuseAgain(wanted, viewpoint);
		ReportPage draft = draft(viewpoint);
		if (!DraftFingerprint.of(draft).equals(wanted.seen())) {
			throw new ReportMoved(NEWER);
		}
		Entry entry = new Entry();
		expectToCorrectIts(wanted, viewpoint, entry);
		String correction = correction(wanted, entry);
		List<String> opening = (wanted.opening() != null) ? points(wanted.opening(), entry) : draft.opening();
		Map<ObjectiveCode, Decision> decisions = decisions(wanted, draft, entry);
		entry.refuseFaults();
		if (!this.openings.add(viewpoint.edition().plan().id(), new Opening(viewpoint.asOf(),
				openingVersion(viewpoint) + 1, opening, true, author, this.today.now()))) {
			throw new ReportMoved(NEWER);
		}
		ReportPage approved = this.reports.read(viewpoint, decisions, opening);
		if (!DraftFingerprint.facts(approved).equals(DraftFingerprint.facts(draft))) {
			throw new ReportMoved(NEWER);
		}
		PlanVersion version = approved.now().plan();
		PublishedReport report = new PublishedReport(this.published.nextNumber(), version.plan().id(), viewpoint.asOf(),
				viewpoint.knownOn(), version.number(), author, this.today.now(), wanted.corrects(), correction, opening,
				approved.lines().stream().map((line) -> line(line, decisions)).toList());
		this.published.add(report, version, this.printed.content(viewpoint, approved), documents(approved, viewpoint));
		this.positions.recordPositions(report.plan(), positions(report));
		this.trail.add(Action.REPORT, author,
				"Report %d, position on %s, using data received by %s, plan %s%s".formatted(report.number(),
						report.asOf(), report.knownOn(), report.plan(),
						(report.corrects() != null) ? ", corrects report " + report.corrects() : ""));
		return report;
	}

	/**
	 * They are kept, because what they say must not depend on how they are written later.
	 */
	private Map<BoardPaper.Format, byte[]> documents(ReportPage approved, Viewpoint viewpoint) {
		Map<BoardPaper.Format, byte[]> documents = new EnumMap<>(BoardPaper.Format.class);
		for (BoardPaper.Format format : BoardPaper.Format.values()) {
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			try {
				this.papers.write(approved, viewpoint, format, out);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			documents.put(format, out.toByteArray());
		}
		return documents;
	}

	private void refuseAgain(WantedApproval wanted, Viewpoint viewpoint) {
		Optional<PublishedReport> newest = published(viewpoint);
		newest.filter((each) -> !Objects.equals(wanted.corrects(), each.number())).ifPresent((each) -> {
			throw new AlreadyPublished(each);
		});
	}

	/** A report of another plan or day is not corrected by this one. */
	private void expectToCorrectIts(WantedApproval wanted, Viewpoint viewpoint, Entry entry) {
		entry.expect(wanted.corrects() == null || published(viewpoint).isPresent(), "corrects",
				"no report to correct, as none of this plan was published for " + viewpoint.asOf(),
				String.valueOf(wanted.corrects()), "Leave out which report is corrected");
	}

	private static @Nullable String correction(WantedApproval wanted, Entry entry) {
		if (wanted.corrects() == null) {
			return null;
		}
		String correction = entry.text("correction", wanted.correction(), LONGEST, "What is corrected");
		entry.expect(!correction.isEmpty(), "correction", "what is corrected and why", wanted.correction(),
				"Enter what is corrected and why");
		return correction;
	}

	/** What is published of each objective, in plan order. */
	private static Map<ObjectiveCode, Decision> decisions(WantedApproval wanted, ReportPage draft, Entry entry) {
		Map<ObjectiveCode, Decision> decisions = new LinkedHashMap<>();
		Set<String> codes = draft.lines().stream().map((line) -> line.code().value()).collect(Collectors.toSet());
		wanted.named()
			.filter((code) -> !codes.contains(code))
			.forEach((code) -> entry.expect(false, "objective", "the code of an objective of the plan", code,
					"There is no objective " + code + " in the plan"));
		for (ReportLine line : draft.lines()) {
			String code = line.code().value();
			String sent = wanted.status(line);
			boolean known = sent.equals(StatusMark.NOT_ASSESSED.code()) || Status.coded(sent).isPresent();
			entry.expect(known, "statuses." + code, "a status or not_assessed", sent,
					"Select the status that is published of " + code);
			Status status = Status.coded(sent).orElse(null);
			String reason = entry.text("reasons." + code, wanted.reason(line), LONGEST, "The reason for " + code);
			boolean differs = StatusMark.of(status) != line.computed();
			entry.expect(!known || !differs || !reason.isEmpty(), "reasons." + code,
					"why the published status is not the computed one", reason,
					"Enter why " + code + " is published as " + StatusMark.of(status).words() + " and not as "
							+ line.computed().words());
			decisions.put(line.code(), new Decision(status, differs ? reason : ""));
		}
		return decisions;
	}

	private static PublishedReport.PublishedLine line(ReportLine line, Map<ObjectiveCode, Decision> decisions) {
		Decision decision = Objects.requireNonNull(decisions.get(line.code()));
		return new PublishedReport.PublishedLine(line.code(), line.title(), decision.status(),
				Status.coded(line.computed().code()).orElse(null), decision.reason(), line.comment().text(),
				line.comment().origin(), line.measureComments().stream().map(ReportLine.MeasureComment::text).toList());
	}

	private static List<PublishedPosition> positions(PublishedReport report) {
		return report.lines()
			.stream()
			.map((line) -> new PublishedPosition(line.objective(), report.asOf(), line.status(), line.comment(),
					line.reason(), new Origin(null, null, Place.line(0), report.publishedAt())))
			.toList();
	}

}

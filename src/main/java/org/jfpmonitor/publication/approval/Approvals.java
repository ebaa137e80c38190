package org.jfpmonitor.publication.approval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.commons.codec.digest.DigestUtils;
import org.jfpmonitor.assessment.Assessments;
import org.jfpmonitor.audit.Action;
import org.jfpmonitor.audit.AuditTrail;
import org.jfpmonitor.calendar.Today;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.PlanVersion;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.publication.Entry;
import org.jfpmonitor.publication.Viewpoint;
import org.jfpmonitor.publication.page.StatusMark;
import org.jfpmonitor.publication.report.Decision;
import org.jfpmonitor.publication.report.PrintedReport;
import org.jfpmonitor.publication.report.ReportLine;
import org.jfpmonitor.publication.report.ReportPage;
import org.jfpmonitor.publication.report.ReportReader;
import org.jfpmonitor.schedule.Runs;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Approves a report: its statuses and comments become the published positions of its day,
 * and the report is kept as it is. Each day has one report, and each report at most one
 * correction.
 */
@Component
class Approvals {

	/** How many characters a reason or a correction may have. */
	static final int LONGEST = 1000;

	private final PublishedReports published;

	private final ReportReader reports;

	private final PrintedReport printed;

	private final ProgressReports positions;

	private final Assessments assessments;

	private final AuditTrail trail;

	private final Runs runs;

	private final Today today;

	private final TransactionOperations transactions;

	Approvals(PublishedReports published, ReportReader reports, PrintedReport printed, ProgressReports positions,
			Assessments assessments, AuditTrail trail, Runs runs, Today today, TransactionOperations transactions) {
		this.published = published;
		this.reports = reports;
		this.printed = printed;
		this.positions = positions;
		this.assessments = assessments;
		this.trail = trail;
		this.runs = runs;
		this.today = today;
		this.transactions = transactions;
	}

	/**
	 * The report as it would be published if nothing were changed: a correction begins
	 * with what the report says that it corrects.
	 */
	ReportPage draft(Viewpoint viewpoint) {
		return this.reports.read(viewpoint,
				this.published.ofDay(viewpoint.asOf())
					.map((report) -> report.lines()
						.stream()
						.collect(Collectors.toMap(PublishedReport.PublishedLine::objective,
								(line) -> new Decision(line.status(), line.reason()))))
					.orElse(Map.of()));
	}

	/** What an approver has seen, in short: another one as soon as anything is new. */
	static String fingerprint(ReportPage draft) {
		return DigestUtils.sha256Hex(draft.planVersion() + draft.lines()
			.stream()
			.map((line) -> String.join("|", line.code().value(), line.status().code(), line.computed().code(),
					line.reason(), line.commentText()))
			.collect(Collectors.joining("\n")));
	}

	/**
	 * Publishes the report and assesses the plan anew.
	 * @throws org.jfpmonitor.publication.RefusedEntry naming every fault of what was sent
	 * @throws ReportMoved when something is new since the approver looked
	 * @throws AlreadyPublished when the same has been published, if only just now
	 */
	PublishedReport approve(WantedApproval wanted, Viewpoint viewpoint, String author) {
		PublishedReport report = Objects
			.requireNonNull(this.transactions.execute((transaction) -> publish(wanted, viewpoint, author)));
		this.runs.reassess();
		return report;
	}

	private PublishedReport publish(WantedApproval wanted, Viewpoint viewpoint, String author) {
		this.published.lock();
		refuseAgain(wanted, viewpoint);
		ReportPage draft = draft(viewpoint);
		if (!fingerprint(draft).equals(wanted.seen())) {
			throw new ReportMoved();
		}
		Entry entry = new Entry();
		Map<ObjectiveCode, Decision> decisions = decisions(wanted, draft, entry);
		String correction = correction(wanted, entry);
		entry.refuseFaults();
		ReportPage approved = this.reports.read(viewpoint, decisions);
		PlanVersion version = this.assessments.assess(viewpoint.asOf(), viewpoint.knownOn()).plan();
		PublishedReport report = new PublishedReport(this.published.nextNumber(), viewpoint.asOf(), viewpoint.knownOn(),
				version.number(), author, this.today.now(), wanted.corrects(), correction,
				approved.lines().stream().map((line) -> line(line, decisions)).toList());
		this.published.add(report, version, this.printed.content(viewpoint, approved));
		this.positions.recordPositions(positions(report));
		this.trail.add(Action.REPORT, author,
				"Report %d, position on %s, using data received by %s%s".formatted(report.number(), report.asOf(),
						report.knownOn(), (report.corrects() != null) ? ", corrects report " + report.corrects() : ""));
		return report;
	}

	private void refuseAgain(WantedApproval wanted, Viewpoint viewpoint) {
		Optional<PublishedReport> newest = this.published.ofDay(viewpoint.asOf());
		newest.filter((each) -> !Objects.equals(wanted.corrects(), each.number())).ifPresent((each) -> {
			throw new AlreadyPublished(each);
		});
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
		for (ReportLine line : draft.lines()) {
			String code = line.code().value();
			String sent = wanted.statuses().getOrDefault(code, line.status().code());
			boolean known = sent.equals(StatusMark.NOT_ASSESSED.code()) || Status.coded(sent).isPresent();
			entry.expect(known, "status-" + code, "a status or not_assessed", sent,
					"Select the status that is published of " + code);
			Status status = Status.coded(sent).orElse(null);
			String reason = entry.text("reason-" + code, wanted.reasons().getOrDefault(code, line.reason()), LONGEST,
					"The reason for " + code);
			boolean differs = StatusMark.of(status) != line.computed();
			entry.expect(!known || !differs || !reason.isEmpty(), "reason-" + code,
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
				Status.coded(line.computed().code()).orElse(null), decision.reason(), line.commentText());
	}

	private static List<PublishedPosition> positions(PublishedReport report) {
		List<PublishedPosition> positions = new ArrayList<>();
		for (PublishedReport.PublishedLine line : report.lines()) {
			Status status = line.status();
			if (status != null) {
				positions.add(new PublishedPosition(line.objective(), report.asOf(), status, line.comment(),
						new Origin(null, null, Place.line(0), report.publishedAt())));
			}
		}
		return positions;
	}

	/**
	 * An approval as it was sent.
	 *
	 * @param seen the fingerprint of what the approver has seen
	 * @param statuses the code of the status of each objective; those left out are
	 * published as they hold
	 * @param reasons why a status differs from the computed one, by objective
	 * @param corrects the number of the report that this one corrects, or null
	 * @param correction what is corrected and why
	 */
	record WantedApproval(@Nullable String seen, Map<String, String> statuses, Map<String, String> reasons,
			@Nullable Long corrects, @Nullable String correction) {

		public WantedApproval {
			statuses = Map.copyOf(statuses);
			reasons = Map.copyOf(reasons);
		}

	}

}

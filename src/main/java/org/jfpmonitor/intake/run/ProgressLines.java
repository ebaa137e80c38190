package org.jfpmonitor.intake.run;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jfpmonitor.commentary.CommentSubject;
import org.jfpmonitor.commentary.CommentText;
import org.jfpmonitor.commentary.Comments;
import org.jfpmonitor.extract.result.CommentLine;
import org.jfpmonitor.extract.result.MilestoneLine;
import org.jfpmonitor.extract.result.OverrideLine;
import org.jfpmonitor.extract.result.PositionLine;
import org.jfpmonitor.extract.result.Reject;
import org.jfpmonitor.extract.result.RejectCode;
import org.jfpmonitor.extract.result.ReportLines;
import org.jfpmonitor.intake.delivery.RejectLog;
import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.MilestoneReport;
import org.jfpmonitor.progress.NoSuchOverride;
import org.jfpmonitor.progress.Origin;
import org.jfpmonitor.progress.OverlappingOverride;
import org.jfpmonitor.progress.ProgressReports;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.progress.ReportLedger;
import org.jfpmonitor.progress.Revocation;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.progress.PlainText;

/**
 * Publishes what an extract says beside figures, and counts what of it is new.
 */
final class ProgressLines {

	private final ProgressReports progress;

	private final Comments comments;

	private final Function<Place, Origin> origin;

	private final RejectLog rejects;

	/** What was reported of each edition before this file. */
	private final Map<PlanId, ReportLedger> before = new HashMap<>();

	private long news;

	private long refusedOverrides;

	/**
	 * Lines on their way into the store.
	 * @param progress the store of reports
	 * @param comments the store of what people write
	 * @param origin where the report of a line comes from
	 * @param rejects takes the lines that the store refuses
	 */
	ProgressLines(ProgressReports progress, Comments comments, Function<Place, Origin> origin, RejectLog rejects) {
		this.progress = progress;
		this.comments = comments;
		this.origin = origin;
		this.rejects = rejects;
	}

	/** Publishes them, inside the caller's transaction. */
	void publish(ReportLines lines) {
		byEdition(lines.milestones(), MilestoneLine::plan, this::report, (plan, reports) -> {
			this.news += reports.stream().filter((each) -> isNews(each, before(plan).milestones())).count();
			this.progress.recordMilestones(plan, reports);
		});
		byEdition(lines.positions(), PositionLine::plan, this::position, (plan, positions) -> {
			this.news += positions.stream().filter((each) -> isNews(each, before(plan).positions())).count();
			this.progress.recordPositions(plan, positions);
		});
		lines.comments().forEach(this::comment);
		for (OverrideLine each : lines.overrides()) {
			Status status = each.status();
			if (status == null) {
				revoke(each);
			}
			else {
				set(each, status);
			}
		}
	}

	private static <L, R> void byEdition(List<L> lines, Function<L, PlanId> plan, Function<L, R> report,
			BiConsumer<PlanId, List<R>> publish) {
		lines.stream()
			.collect(Collectors.groupingBy(plan, LinkedHashMap::new, Collectors.mapping(report, Collectors.toList())))
			.forEach(publish);
	}

	private MilestoneReport report(MilestoneLine line) {
		return new MilestoneReport(line.milestone(), line.asOf(), line.forecast(), line.achieved(), line.withdrawn(),
				PlainText.writable(line.comment()), this.origin.apply(line.place()));
	}

	private PublishedPosition position(PositionLine line) {
		return new PublishedPosition(line.objective(), line.asOf(), line.status(), PlainText.writable(line.comment()),
				this.origin.apply(line.place()));
	}

	/** Asked before anything of the same kind is recorded. */
	private ReportLedger before(PlanId plan) {
		return this.before.computeIfAbsent(plan, this.progress::ledger);
	}

	private void comment(CommentLine line) {
		CommentSubject subject = new CommentSubject(line.objective(), null, YearMonth.from(line.asOf()));
		this.news += this.comments.addFromFile(line.plan(), subject, CommentText.of(PlainText.writable(line.comment())),
				PlainText.writable(line.author()), this.origin.apply(line.place())) ? 1 : 0;
	}

	/** How many reports say what no earlier one says. */
	long news() {
		return this.news;
	}

	/** How many lines about overrides the store refused. */
	long refusedOverrides() {
		return this.refusedOverrides;
	}

	private void set(OverrideLine line, Status status) {
		StatusOverride override = new StatusOverride(line.objective(), status, PlainText.writable(line.reason()),
				PlainText.writable(line.author()), line.from(), line.until(), this.origin.apply(line.place()));
		try {
			PlanId plan = line.plan();
			ReportLedger earlier = before(plan);
			this.progress.recordOverride(plan, override);
			this.news += earlier.overrides().stream().noneMatch(override::saysTheSameAs) ? 1 : 0;
		}
		catch (OverlappingOverride ex) {
			refuse(line.place(), RejectCode.OVERLAPPING_OVERRIDE,
					line.objective() + " from " + line.from() + " to " + line.until(), ex);
		}
	}

	private void revoke(OverrideLine line) {
		Revocation revocation = new Revocation(line.from(), PlainText.writable(line.reason()),
				PlainText.writable(line.author()), this.origin.apply(line.place()));
		try {
			this.news += this.progress.recordRevocation(line.plan(), line.objective(), revocation) ? 1 : 0;
		}
		catch (NoSuchOverride ex) {
			refuse(line.place(), RejectCode.UNKNOWN_OVERRIDE, line.objective() + " from " + line.from(), ex);
		}
	}

	private void refuse(Place place, RejectCode code, String found, RuntimeException because) {
		this.refusedOverrides++;
		this.rejects.accept(new Reject(place, code, "", found, String.valueOf(because.getMessage())));
	}

	private static boolean isNews(MilestoneReport report, Collection<MilestoneReport> earlier) {
		return earlier.stream()
			.noneMatch((each) -> each.equals(new MilestoneReport(report.milestone(), report.asOf(), report.forecast(),
					report.achieved(), report.withdrawn(), report.comment(), each.origin())));
	}

	private static boolean isNews(PublishedPosition position, Collection<PublishedPosition> earlier) {
		return earlier.stream()
			.noneMatch((each) -> each.equals(new PublishedPosition(position.objective(), position.asOf(),
					position.status(), position.comment(), each.origin())));
	}

}

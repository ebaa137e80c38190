package org.jfpmonitor.assessment.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jfpmonitor.assessment.Change;
import org.jfpmonitor.assessment.EarlyWarning;
import org.jfpmonitor.assessment.MeasureAssessment;
import org.jfpmonitor.assessment.ObjectiveAssessment;
import org.jfpmonitor.assessment.PlanAssessment;
import org.jfpmonitor.assessment.reason.UnassessedReason;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.ReportLedger;
import org.jfpmonitor.progress.StatusOverride;
import org.jspecify.annotations.Nullable;

/**
 * What is different from the run before. The same news has the same key in every run and
 * instance, so that whoever keeps the keys tells it once.
 */
final class ChangeDetector {

	private static final int LAPSING_DAYS = 7;

	private final @Nullable PreviousRun before;

	private final PlanAssessment now;

	private final @Nullable PlanAssessment unedited;

	private final ReportLedger reports;

	private final List<Change> changes = new ArrayList<>();

	private ChangeDetector(@Nullable PreviousRun before, PlanAssessment now, @Nullable PlanAssessment unedited,
			ReportLedger reports) {
		this.before = before;
		this.now = now;
		this.unedited = unedited;
		this.reports = reports;
	}

	/**
	 * All that is new, in plan order.
	 * @param before the run before, or null before the first
	 * @param unedited the same by the plan that the run before used; null where that is
	 * the plan still, or no longer at hand
	 * @param monthEnds the past month ends as known now, judged by the plan that the run
	 * before used; empty when that plan is no longer at hand
	 * @param reports what people set and ended
	 */
	static List<Change> since(@Nullable PreviousRun before, PlanAssessment now, @Nullable PlanAssessment unedited,
			List<PlanAssessment> monthEnds, ReportLedger reports) {
		ChangeDetector detector = new ChangeDetector(before, now, unedited, reports);
		for (ObjectiveAssessment objective : now.objectives()) {
			detector.addStatus(objective);
			detector.addWarnings(objective);
			detector.addLapse(objective);
		}
		monthEnds.forEach(detector::addRestatements);
		return detector.changes;
	}

	private void addStatus(ObjectiveAssessment objective) {
		ObjectiveCode code = objective.objective().code();
		PreviousRun.RecordedStatus was = (this.before != null) ? this.before.standings().get(code) : null;
		if (was == null || was.status() == objective.status()) {
			return;
		}
		this.changes.add(new Change(kindOf(was.status(), objective.status()),
				key("status:" + code + ":" + move(was.status(), objective.status())), objective, null, was.status(),
				objective.status(), ended(objective, was), isByEdit(code, was), this.now.asOf()));
	}

	/** Whether nothing would have moved without the edit of the plan. */
	private boolean isByEdit(ObjectiveCode code, PreviousRun.RecordedStatus was) {
		return this.unedited != null
				&& this.unedited.objective(code).filter((each) -> each.status() == was.status()).isPresent();
	}

	/**
	 * The status set manually that the run before showed in place of the computed one.
	 */
	private @Nullable StatusOverride ended(ObjectiveAssessment objective, PreviousRun.RecordedStatus was) {
		if (objective.override() != null || was.status() == was.computed()) {
			return null;
		}
		return this.reports
			.ended(objective.objective().code(), Objects.requireNonNull(this.before).asOf(), this.now.asOf(),
					this.now.knownOn())
			.filter((each) -> each.status() == was.status())
			.orElse(null);
	}

	private void addWarnings(ObjectiveAssessment objective) {
		if (objective.computed() == Status.NO_LONGER_APPLICABLE) {
			return;
		}
		for (MeasureAssessment measure : objective.measures()) {
			EarlyWarning warning = measure.warning();
			boolean known = this.before != null && this.before.warned().contains(measure.measure().id());
			if (warning != null && !known) {
				addOnce(Change.NewsKind.EARLY_WARNING, key("early-warning:" + measure.measure().id() + ":"
						+ warning.code() + ":" + warning.since().start()), objective, measure);
			}
			if (measure.reason() instanceof UnassessedReason.FigureOverdue overdue) {
				addOnce(Change.NewsKind.DATA_OVERDUE,
						key("overdue:" + measure.measure().feed() + ":" + overduePeriod(overdue)), objective, measure);
			}
		}
	}

	/** The extract that is overdue, by the last day of its period. */
	private LocalDate overduePeriod(UnassessedReason.FigureOverdue overdue) {
		LocalDate newest = overdue.newest().lastDay();
		return this.now.plan()
			.plan()
			.feed(overdue.measure().feed())
			.map((feed) -> feed.cadence().periodOf(newest).lastDay())
			.orElse(newest);
	}

	private void addLapse(ObjectiveAssessment objective) {
		StatusOverride override = objective.override();
		if (override != null && !override.until().isAfter(this.now.asOf().plusDays(LAPSING_DAYS))) {
			add(Change.NewsKind.OVERRIDE_LAPSING,
					key("override-lapsing:" + override.objective() + ":" + override.from() + ":" + override.until()),
					objective, override.status(), objective.computed(), this.now.asOf());
		}
	}

	private void addRestatements(PlanAssessment monthEnd) {
		if (this.before == null) {
			return;
		}
		MonthEnds known = this.before.monthEnds();
		for (ObjectiveAssessment objective : monthEnd.objectives()) {
			MonthEnds.Known was = known.known(monthEnd.asOf(), objective);
			if (was != null && known.restated(monthEnd.asOf(), objective)) {
				add(Change.NewsKind.RESTATEMENT,
						key("restatement:" + objective.objective().code() + ":" + monthEnd.asOf() + ":"
								+ move(was.status(), objective.computed())),
						objective, was.status(), objective.computed(), monthEnd.asOf());
			}
		}
	}

	/** Codes and names are unique only inside an edition, keys for good. */
	private String key(String news) {
		return this.now.plan().plan().id() + ":" + news;
	}

	private void addOnce(Change.NewsKind kind, String key, ObjectiveAssessment objective, MeasureAssessment measure) {
		if (this.changes.stream().noneMatch((each) -> each.key().equals(key))) {
			this.changes.add(new Change(kind, key, objective, measure.measure().id(), objective.status(),
					objective.status(), null, false, this.now.asOf()));
		}
	}

	private void add(Change.NewsKind kind, String key, ObjectiveAssessment objective, @Nullable Status from,
			@Nullable Status to, LocalDate asOf) {
		this.changes.add(new Change(kind, key, objective, null, from, to, null, false, asOf));
	}

	/** A move happens again only after another run, whose number makes it a new one. */
	private String move(@Nullable Status from, @Nullable Status to) {
		return code(from) + ">" + code(to) + ":after-run-" + Objects.requireNonNull(this.before).run();
	}

	private static Change.NewsKind kindOf(@Nullable Status from, @Nullable Status to) {
		if (from == null || to == null || from == Status.NO_LONGER_APPLICABLE || to == Status.NO_LONGER_APPLICABLE) {
			return Change.NewsKind.STATUS_CHANGE;
		}
		return from.isWorseThan(to) ? Change.NewsKind.RECOVERY : Change.NewsKind.STATUS_CHANGE;
	}

	private static String code(@Nullable Status status) {
		return (status != null) ? status.code() : "none";
	}

}

package org.jfpmonitor.publication.objective;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jfpmonitor.assessment.Assessments.Recorded;
import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.calendar.Period;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.progress.ReportLedger;
import org.jfpmonitor.progress.Revocation;
import org.jfpmonitor.progress.StatusOverride;
import org.jfpmonitor.publication.page.StatusMark;
import org.jspecify.annotations.Nullable;

/**
 * A change of the status that was recorded.
 *
 * @param day the day on which it was found, in words
 * @param because what changed it, in words: figures and milestones, an edit of the plan,
 * or whose act
 * @param status the status that held
 * @param computed the status by the rules
 */
record HistoryRow(String day, String because, StatusMark status, StatusMark computed) {

	/**
	 * Each change, newest first.
	 * @param recorded each change of the objective, oldest first
	 */
	static List<HistoryRow> of(List<Recorded> recorded, ObjectiveCode objective, ReportLedger ledger) {
		List<HistoryRow> rows = new ArrayList<>();
		Recorded before = null;
		for (Recorded each : recorded) {
			rows.add(new HistoryRow(Period.day(each.run().asOf()).inWords(), because(before, each, objective, ledger),
					StatusMark.of(each.status()), StatusMark.of(each.computed())));
			before = each;
		}
		Collections.reverse(rows);
		return rows;
	}

	private static String because(@Nullable Recorded before, Recorded now, ObjectiveCode objective,
			ReportLedger ledger) {
		List<String> causes = new ArrayList<>();
		if (before == null) {
			causes.add("First assessed");
		}
		else if (before.computed() != now.computed()) {
			causes.add(now.byEditedPlan() ? "Figures, milestones or the plan, which was edited"
					: "Figures and milestones");
		}
		Optional<StatusOverride> held = (before != null) ? found(before, objective, ledger) : Optional.empty();
		Optional<StatusOverride> holds = found(now, objective, ledger);
		if (holds.isPresent() && held.filter((each) -> isTheSame(each, holds.get())).isEmpty()) {
			causes.add("Set manually by " + holds.get().author());
		}
		else if (held.isPresent() && holds.isEmpty()) {
			causes.add(end(held.get(), now, objective, ledger));
		}
		return causes.isEmpty() ? "Set manually" : String.join("; ", causes);
	}

	private static Optional<StatusOverride> found(Recorded recorded, ObjectiveCode objective, ReportLedger ledger) {
		return ledger.found(objective, recorded.run().asOf(), recorded.run().recordedAt());
	}

	private static boolean isTheSame(StatusOverride one, StatusOverride other) {
		return Objects.equals(one.origin(), other.origin());
	}

	/** Somebody revoked it before its last day, or that day has passed. */
	private static String end(StatusOverride held, Recorded now, ObjectiveCode objective, ReportLedger ledger) {
		return ledger.history(now.run().asOf())
			.stream()
			.filter((each) -> each.objective().equals(objective) && isTheSame(each, held))
			.flatMap((each) -> each.revocations().stream())
			.filter((each) -> !each.from().isAfter(now.run().asOf()))
			.map(Revocation::author)
			.map((author) -> "Revoked by " + author)
			.reduce((earlier, later) -> later)
			.orElseGet(() -> "What was set manually held to the end of " + Phrasing.day(held.until()));
	}

	/** Whether a person's status held. */
	public boolean isOverridden() {
		return this.status != this.computed;
	}

}

package org.jfpmonitor.progress;

import java.util.List;

import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;

/**
 * The store of reports. Only adds. Whatever is reported is about one edition of the plan:
 * the same code in another edition is another objective.
 */
public interface ProgressReports {

	/** Adds milestone reports, inside the caller's transaction. */
	void recordMilestones(PlanId plan, List<MilestoneReport> reports);

	/** Adds published positions, inside the caller's transaction. */
	void recordPositions(PlanId plan, List<PublishedPosition> positions);

	/**
	 * Adds an override, inside the caller's transaction, which can go on when it is
	 * refused. One that says the same as an earlier one adds nothing.
	 * @throws OverlappingOverride when another one of the objective would hold on a
	 * common day
	 */
	void recordOverride(PlanId plan, StatusOverride override);

	/**
	 * Adds the end of the override that holds on the revocation's day, inside the
	 * caller's transaction, which can go on when it is refused. One that says the same as
	 * an earlier one adds nothing.
	 * @return whether anything was added
	 * @throws NoSuchOverride when none holds on that day
	 */
	boolean recordRevocation(PlanId plan, ObjectiveCode objective, Revocation revocation);

	/** Everything reported about the edition, with its whole history. */
	ReportLedger ledger(PlanId plan);

	/**
	 * A text that is another one whenever anything was added, by whatever instance, and
	 * else the same.
	 */
	String fingerprint();

}

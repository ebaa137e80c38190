package org.jfpmonitor.progress;

import java.util.List;

/** The store of reports. Only adds. */
public interface ProgressReports {

	/** Adds milestone reports, inside the caller's transaction. */
	void recordMilestones(List<MilestoneReport> reports);

	/** Adds published positions, inside the caller's transaction. */
	void recordPositions(List<PublishedPosition> positions);

	/**
	 * Adds an override, inside the caller's transaction, which can go on when it is
	 * refused. One that says the same as an earlier one adds nothing.
	 * @throws OverlappingOverride when another one of the objective would hold on a
	 * common day
	 */
	void recordOverride(StatusOverride override);

	/** Everything reported, with its whole history. */
	ReportLedger ledger();

}

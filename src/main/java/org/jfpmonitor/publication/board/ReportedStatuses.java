package org.jfpmonitor.publication.board;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.publication.page.StatusMark;

/** What published reports recorded beside the positions that they published. */
public interface ReportedStatuses {

	/**
	 * Of each position the computed status that the report recorded which published it,
	 * by objective; a position from a file has none.
	 * @param positions at most one of an objective
	 */
	Map<ObjectiveCode, StatusMark> computed(PlanId plan, Collection<PublishedPosition> positions);

	/**
	 * The reports of the edition by the moment at which each was approved, from which on
	 * its positions are known.
	 */
	Map<Instant, ReportApproval> approvals(PlanId plan);

	/**
	 * That a report was approved.
	 *
	 * @param report the number of the report
	 * @param author who approved it
	 */
	record ReportApproval(long report, String author) {

	}

}

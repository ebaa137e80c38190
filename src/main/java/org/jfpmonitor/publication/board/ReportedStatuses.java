package org.jfpmonitor.publication.board;

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

}

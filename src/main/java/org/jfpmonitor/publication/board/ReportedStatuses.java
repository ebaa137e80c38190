package org.jfpmonitor.publication.board;

import java.util.Optional;

import org.jfpmonitor.plan.id.PlanId;
import org.jfpmonitor.progress.PublishedPosition;
import org.jfpmonitor.publication.page.StatusMark;

/** What published reports recorded beside the positions that they published. */
public interface ReportedStatuses {

	/**
	 * The computed status that the report recorded which published the position; empty
	 * when the position comes from a file.
	 */
	Optional<StatusMark> computed(PlanId plan, PublishedPosition position);

}

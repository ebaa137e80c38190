package org.jfpmonitor.intake.delivery;

import java.util.List;

import org.jfpmonitor.plan.Plan;

/** How each feed stands: what came last, what it held, when the next extract is due. */
public interface Feeds {

	/** One standing for each feed of the edition, in its order. */
	List<FeedStanding> standings(Plan edition);

}

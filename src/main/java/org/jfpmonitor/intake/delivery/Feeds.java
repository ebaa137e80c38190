package org.jfpmonitor.intake.delivery;

import java.util.List;

/** How each feed stands: what came last, what it held, when the next extract is due. */
public interface Feeds {

	/** One standing for each feed of the plan in force, in plan order. */
	List<FeedStanding> standings();

}

package org.jfpmonitor.plan;

import java.time.LocalDate;

/** Every version of the plan that was ever in force. */
public interface PlanVersions {

	/** The version in force now. */
	PlanVersion current();

	/**
	 * The version that was in force at the end of the day in London. For days before the
	 * first version was recorded, the first.
	 */
	PlanVersion knownOn(LocalDate day);

}

package org.jfpmonitor.plan;

import java.time.LocalDate;

/** Every version of every edition that was ever configured. */
public interface PlanVersions {

	/** The editions as they are configured now. */
	PlanEditions current();

	/**
	 * The editions as they were configured at the end of the day in London. For days
	 * before the first were recorded, the first.
	 */
	PlanEditions knownOn(LocalDate day);

}

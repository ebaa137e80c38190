package org.jfpmonitor.commentary;

import java.time.LocalDate;
import java.util.Optional;

import org.jfpmonitor.plan.id.PlanId;

/** The store of the points that reports open with, every version of them. Only adds. */
public interface Openings {

	/**
	 * The newest version for a report of the edition on the day, known by the end of
	 * {@code knownOn}.
	 * @param drafts whether one counts that no report was published with
	 */
	Optional<Opening> shown(PlanId plan, LocalDate asOf, LocalDate knownOn, boolean drafts);

	/** The newest version for a report of the edition on the day. */
	Optional<Opening> newest(PlanId plan, LocalDate asOf);

	/**
	 * Adds a version, inside the caller's transaction.
	 * @return whether it follows the newest one; otherwise nothing was added
	 */
	boolean add(PlanId plan, Opening opening);

}

package org.jfpmonitor.extract.result;

import java.time.LocalDate;

import org.jfpmonitor.observation.Place;
import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jfpmonitor.plan.id.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * A status set by a person, or the end of one, as one line of an extract says it.
 * Overrides of one extract do not overlap each other; whether they overlap earlier ones,
 * and whether there is one to end, the store knows.
 *
 * @param plan the edition that it is about
 * @param objective an objective of it
 * @param status the status set, or null to revoke the one that holds on the first day
 * @param reason why
 * @param author who says so
 * @param from the first day it holds; of a revocation the first on which it no longer
 * does
 * @param until the last day it holds, inclusive; of a revocation the same as from
 * @param place where the line stands
 */
public record OverrideLine(PlanId plan, ObjectiveCode objective, @Nullable Status status, String reason, String author,
		LocalDate from, LocalDate until, Place place) {

	/** Whether it ends an override in place of setting one. */
	public boolean isRevocation() {
		return this.status == null;
	}

}

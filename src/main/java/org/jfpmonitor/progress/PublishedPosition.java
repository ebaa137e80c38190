package org.jfpmonitor.progress;

import java.time.LocalDate;

import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;

/**
 * The status and comment that the organisation itself published for an objective as of a
 * day.
 *
 * @param objective which one
 * @param asOf the day it speaks of
 * @param status as published
 * @param comment as published
 * @param origin where it came from
 */
public record PublishedPosition(ObjectiveCode objective, LocalDate asOf, Status status, String comment, Origin origin) {

	/**
	 * Whether it was published by approving a report. For its day it holds against what
	 * files say, whenever they come: who approved it is named, and answers for it.
	 */
	public boolean isApproved() {
		return this.origin.delivery() == null;
	}

}

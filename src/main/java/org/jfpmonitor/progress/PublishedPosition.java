package org.jfpmonitor.progress;

import java.time.LocalDate;

import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;
import org.jspecify.annotations.Nullable;

/**
 * The status and comment that the organisation itself published for an objective as of a
 * day.
 *
 * @param objective which one
 * @param asOf the day it speaks of
 * @param status as published; null when it was published as not assessed
 * @param comment as published
 * @param reason why the status is not the computed one, as its approver gave it; empty
 * when none was given, as in a file
 * @param origin where it came from
 */
public record PublishedPosition(ObjectiveCode objective, LocalDate asOf, @Nullable Status status, String comment,
		String reason, Origin origin) {

	/** One without a reason, as files state it. */
	public PublishedPosition(ObjectiveCode objective, LocalDate asOf, @Nullable Status status, String comment,
			Origin origin) {
		this(objective, asOf, status, comment, "", origin);
	}

	/**
	 * Whether it was published by approving a report. For its day it holds against what
	 * files say, whenever they come: who approved it is named, and answers for it.
	 */
	public boolean isApproved() {
		return this.origin.delivery() == null;
	}

}

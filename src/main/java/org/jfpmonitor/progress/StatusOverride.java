package org.jfpmonitor.progress;

import java.time.LocalDate;

import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;

/**
 * A person's status for an objective, after whose last day the computed one returns by
 * itself.
 *
 * @param objective which one
 * @param status the status set
 * @param reason why
 * @param author who set it
 * @param from the first day it holds
 * @param until the last day it holds, inclusive
 * @param origin where it came from
 */
public record StatusOverride(ObjectiveCode objective, Status status, String reason, String author, LocalDate from,
		LocalDate until, Origin origin) {

	/** How many characters a reason may have. */
	public static final int LONGEST_REASON = 2000;

	public StatusOverride {
		if (until.isBefore(from)) {
			throw new IllegalArgumentException(
					"An override ends on or after its first day; found " + from + " to " + until);
		}
	}

	/**
	 * The last day that an override may hold from that first day on, inclusive: a year.
	 * Who means longer sets it again and thinks again; 2925 for 2025 is a slip.
	 */
	public static LocalDate latestEnd(LocalDate from) {
		return from.plusYears(1);
	}

	/** Whether it holds on the day; its first and last day are both included. */
	public boolean holdsOn(LocalDate day) {
		return !day.isBefore(this.from) && !day.isAfter(this.until);
	}

	/** Whether the two would hold on a common day. */
	public boolean overlaps(StatusOverride other) {
		return !this.from.isAfter(other.until) && !other.from.isAfter(this.until);
	}

	/** Whether the two differ in nothing but where they came from. */
	public boolean saysTheSameAs(StatusOverride other) {
		return equals(new StatusOverride(other.objective, other.status, other.reason, other.author, other.from,
				other.until, this.origin));
	}

}

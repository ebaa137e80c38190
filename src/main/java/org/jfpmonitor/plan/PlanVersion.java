package org.jfpmonitor.plan;

import java.time.Instant;

import org.jfpmonitor.calendar.Period;

/**
 * The plan as written from one moment on. Editing a plan file makes a new version;
 * assessments name the one they used.
 *
 * @param number 1 for the first version of the edition, counting up
 * @param fingerprint SHA-256 of the plan files' contents, in hexadecimal
 * @param knownFrom when it was first loaded
 * @param plan the plan
 * @param inForce the days that it judges among the editions beside it: from its first day
 * to the day before the next edition begins
 */
public record PlanVersion(int number, String fingerprint, Instant knownFrom, Plan plan, Period inForce) {

	/** The only edition, which judges every day. */
	public PlanVersion(int number, String fingerprint, Instant knownFrom, Plan plan) {
		this(number, fingerprint, knownFrom, plan, Period.always());
	}

	PlanVersion inForce(Period days) {
		return new PlanVersion(this.number, this.fingerprint, this.knownFrom, this.plan, days);
	}

}

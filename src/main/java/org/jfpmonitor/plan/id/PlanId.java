package org.jfpmonitor.plan.id;

import org.jfpmonitor.plan.Objective;

/**
 * The edition of a plan. Objective codes are unique only inside one edition.
 *
 * @param value the text, for example {@code nw-jfp-2024}
 */
public record PlanId(String value) implements Comparable<PlanId> {

	public PlanId {
		Slug.check("plan", value);
	}

	public static PlanId of(String value) {
		return new PlanId(value);
	}

	@Override
	public int compareTo(PlanId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

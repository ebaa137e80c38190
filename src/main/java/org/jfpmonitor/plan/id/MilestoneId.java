package org.jfpmonitor.plan.id;

/**
 * The name of a milestone, unique inside a plan edition.
 *
 * @param value the text, for example {@code dental-plan-published}
 */
public record MilestoneId(String value) implements Comparable<MilestoneId> {

	public MilestoneId {
		Slug.check("milestone", value);
	}

	public static MilestoneId of(String value) {
		return new MilestoneId(value);
	}

	@Override
	public int compareTo(MilestoneId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

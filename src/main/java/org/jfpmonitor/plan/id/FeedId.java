package org.jfpmonitor.plan.id;

/**
 * The name of a regular supply of extracts.
 *
 * @param value the text, for example {@code dm01}
 */
public record FeedId(String value) implements Comparable<FeedId> {

	public FeedId {
		Slug.check("feed", value);
	}

	public static FeedId of(String value) {
		return new FeedId(value);
	}

	@Override
	public int compareTo(FeedId other) {
		return this.value.compareTo(other.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}

package org.jfpmonitor.extract.result;

import java.util.List;

import org.jfpmonitor.plan.id.FeedId;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a file whole: nothing of it can be taken. Each fault says what was expected,
 * what was found, where, and what to do.
 */
public final class ExtractRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> faults;

	private final @Nullable String layout;

	private final transient @Nullable FeedId feed;

	private final transient LineCounts counts;

	/** Before any layout was recognised. */
	public ExtractRefused(List<String> faults) {
		this(faults, null, null, LineCounts.NONE);
	}

	/** While it was read by a layout. */
	public ExtractRefused(List<String> faults, @Nullable String layout, @Nullable FeedId feed, LineCounts counts) {
		super(String.join(" ", faults));
		this.faults = List.copyOf(faults);
		this.layout = layout;
		this.feed = feed;
		this.counts = counts;
	}

	/** Why, one sentence or two for each fault, in the order of the file. */
	public List<String> faults() {
		return this.faults;
	}

	/** The layout that recognised it, or null when none did. */
	public @Nullable String layout() {
		return this.layout;
	}

	/** The supply it belongs to, or null when no layout recognised it. */
	public @Nullable FeedId feed() {
		return this.feed;
	}

	/** How far the reading had come. */
	public LineCounts counts() {
		return this.counts;
	}

}

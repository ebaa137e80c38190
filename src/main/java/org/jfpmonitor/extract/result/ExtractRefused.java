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

	private final transient Counts counts;

	/** Before any layout was recognised. */
	public ExtractRefused(List<String> faults) {
		this(faults, null, null, Counts.NONE);
	}

	/** While it was read by a layout. */
	public ExtractRefused(List<String> faults, @Nullable String layout, @Nullable FeedId feed, Counts counts) {
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
	public Counts counts() {
		return this.counts;
	}

	/**
	 * Lines of a refused file. {@code read = used + leftOut + rejected} always holds,
	 * although nothing of it is published.
	 *
	 * @param read lines with data
	 * @param used lines that would have gone into figures or reports
	 * @param leftOut lines left out by a rule of the layout
	 * @param rejected lines refused
	 */
	public record Counts(long read, long used, long leftOut, long rejected) {

		/** Nothing was read. */
		public static final Counts NONE = new Counts(0, 0, 0, 0);

	}

}

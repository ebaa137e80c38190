package org.jfpmonitor.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The plan's own five statuses, with all that tells one from another. An objective that
 * cannot be judged has none of them.
 */
public enum Status {

	// In the order of the roll-up: the worst of an objective's parts comes first.

	/** Marked by a triangle pointing down. */
	UNDERPERFORMANCE("Underperformance", true, "red", "M1.2 2.5h13.6L8 14.5z"),
	/** Marked by a clock. */
	DELAYED("Delayed", true, "yellow",
			"M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM7.1 4h1.8v3.6l2.6 2-1.1 1.4-3.3-2.5z"),
	/** Marked by a disc. */
	ON_TRACK("On Track", false, "green", "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z"),
	/** Marked by a tick. */
	COMPLETED("Completed", false, "blue", "M6.2 13.6 1.2 8.6 3 6.8 6.2 10 13 3l1.8 1.8z"),
	/** Marked by a bar. */
	NO_LONGER_APPLICABLE("No Longer Applicable", false, "grey", "M2 6.5h12v3H2z");

	private final String words;

	private final boolean adverse;

	private final String colour;

	private final String shape;

	Status(String words, boolean adverse, String colour, String shape) {
		this.words = words;
		this.adverse = adverse;
		this.colour = colour;
		this.shape = shape;
	}

	/** As the plan prints it: {@code On Track}. */
	public String words() {
		return this.words;
	}

	/** As the store, metrics and the API write it: {@code on_track}. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The status of the code; empty for any other word, and for null. */
	public static Optional<Status> coded(@Nullable String code) {
		return Arrays.stream(values()).filter((each) -> each.code().equals(code)).findFirst();
	}

	/**
	 * Whether an objective with this status needs attention: Underperformance or Delayed.
	 */
	public boolean isAdverse() {
		return this.adverse;
	}

	/** The colour of its tag, as the style sheets name it. */
	public String colour() {
		return this.colour;
	}

	/** Its shape, as a path in a square of 16; holes by the even-odd rule. */
	public String shape() {
		return this.shape;
	}

	/** Whether this comes before {@code other} in the roll-up order. */
	public boolean isWorseThan(Status other) {
		return compareTo(other) < 0;
	}

}

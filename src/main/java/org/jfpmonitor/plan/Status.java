package org.jfpmonitor.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The plan's own five statuses. An objective that cannot be judged has none of them. */
public enum Status {

	// In the order of the roll-up: the worst of an objective's parts comes first.
	UNDERPERFORMANCE("Underperformance"), DELAYED("Delayed"), ON_TRACK("On Track"), COMPLETED("Completed"),
	NO_LONGER_APPLICABLE("No Longer Applicable");

	private final String words;

	Status(String words) {
		this.words = words;
	}

	/** As the plan prints it: {@code On Track}. */
	public String words() {
		return this.words;
	}

	/** As metrics and the API write it: {@code on_track}. */
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
		return this == UNDERPERFORMANCE || this == DELAYED;
	}

	/** Whether this comes before {@code other} in the roll-up order. */
	public boolean isWorseThan(Status other) {
		return compareTo(other) < 0;
	}

}

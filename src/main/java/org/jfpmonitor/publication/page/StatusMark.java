package org.jfpmonitor.publication.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jfpmonitor.assessment.words.Phrasing;
import org.jfpmonitor.plan.Status;
import org.jspecify.annotations.Nullable;

/**
 * How a status, or the lack of one, is marked on a page: always words and a shape, with a
 * colour on top. In the order of the published table.
 */
public enum StatusMark {

	ON_TRACK(Status.ON_TRACK), UNDERPERFORMANCE(Status.UNDERPERFORMANCE), DELAYED(Status.DELAYED),
	COMPLETED(Status.COMPLETED), NO_LONGER_APPLICABLE(Status.NO_LONGER_APPLICABLE),

	/** No status, marked by a ring. */
	NOT_ASSESSED(null, "white",
			"M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z");

	/** Those that need somebody first. */
	public static final List<StatusMark> BY_SEVERITY = List.of(UNDERPERFORMANCE, DELAYED, NOT_ASSESSED, ON_TRACK,
			COMPLETED, NO_LONGER_APPLICABLE);

	private final @Nullable Status status;

	private final String colour;

	private final String shape;

	StatusMark(Status status) {
		this(status, status.colour(), status.shape());
	}

	StatusMark(@Nullable Status status, String colour, String shape) {
		this.status = status;
		this.colour = colour;
		this.shape = shape;
	}

	public static StatusMark of(@Nullable Status status) {
		return Arrays.stream(values()).filter((mark) -> mark.status == status).findFirst().orElseThrow();
	}

	/** The mark that an address names, as the API and metrics write a status. */
	public static Optional<StatusMark> named(String code) {
		return Arrays.stream(values()).filter((mark) -> mark.code().equals(code)).findFirst();
	}

	/** {@code On Track}; {@code Not assessed} when there is no status. */
	public String words() {
		return Phrasing.status(this.status);
	}

	/** {@code on_track}; {@code not_assessed} when there is no status. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Whether it needs attention. */
	public boolean isAdverse() {
		return this.status != null && this.status.isAdverse();
	}

	/** The colour of the tag. */
	public String colour() {
		return this.colour;
	}

	/** Its shape, as a path in a square of 16; holes by the even-odd rule. */
	public String shape() {
		return this.shape;
	}

	/** The name of the style of its square in a strip. */
	public String square() {
		return "jfp-square--" + code().replace('_', '-');
	}

}

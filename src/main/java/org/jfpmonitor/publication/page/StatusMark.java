package org.jfpmonitor.publication.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jfpmonitor.plan.Status;
import org.jspecify.annotations.Nullable;

/**
 * How a status, or the lack of one, is marked on a page: always words and a shape, with a
 * colour on top. In the order of the published table.
 */
public enum StatusMark {

	/** A disc. */
	ON_TRACK(Status.ON_TRACK, "O", "green", "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z"),

	/** A triangle pointing down. */
	UNDERPERFORMANCE(Status.UNDERPERFORMANCE, "U", "red", "M1.2 2.5h13.6L8 14.5z"),

	/** A clock. */
	DELAYED(Status.DELAYED, "D", "yellow",
			"M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM7.1 4h1.8v3.6l2.6 2-1.1 1.4-3.3-2.5z"),

	/** A tick. */
	COMPLETED(Status.COMPLETED, "C", "blue", "M6.2 13.6 1.2 8.6 3 6.8 6.2 10 13 3l1.8 1.8z"),

	/** A bar. */
	NO_LONGER_APPLICABLE(Status.NO_LONGER_APPLICABLE, "N", "grey", "M2 6.5h12v3H2z"),

	/** A ring. */
	NOT_ASSESSED(null, "?", "white",
			"M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z");

	private final @Nullable Status status;

	private final String letter;

	private final String colour;

	private final String shape;

	StatusMark(@Nullable Status status, String letter, String colour, String shape) {
		this.status = status;
		this.letter = letter;
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
		return (this.status != null) ? this.status.words() : "Not assessed";
	}

	/** {@code on_track}; {@code not_assessed} when there is no status. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** One letter for narrow places; always explained beside them. */
	public String letter() {
		return this.letter;
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

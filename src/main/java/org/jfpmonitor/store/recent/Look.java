package org.jfpmonitor.store.recent;

import java.util.function.Supplier;

/**
 * A look at what a result depends on, taken before the result is worked out, so that what
 * is added meanwhile makes the next look find something else.
 */
public final class Look {

	private final long begun;

	private final Object found;

	private Look(long begun, Object found) {
		this.begun = begun;
		this.found = found;
	}

	/**
	 * Looks now.
	 * @param looking finds what is equal only as long as the results are the same
	 */
	public static Look at(Supplier<?> looking) {
		long begun = System.nanoTime();
		return new Look(begun, looking.get());
	}

	/**
	 * Whether a result that was worked out after this look is good for whoever took the
	 * other: nothing had changed between them, or this one began later, so that the
	 * result holds all that the other could have found.
	 */
	boolean isGoodFor(Look other) {
		return this.found.equals(other.found) || this.begun - other.begun > 0;
	}

	/** What was found, in words for a fingerprint. */
	@Override
	public String toString() {
		return this.found.toString();
	}

}

package org.jfpmonitor.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jfpmonitor.plan.Status;
import org.jfpmonitor.plan.id.ObjectiveCode;

/**
 * A person's status for an objective, after whose last day the computed one returns by
 * itself.
 *
 * @param objective which one
 * @param status the status set
 * @param reason why
 * @param author who set it
 * @param from the first day it holds
 * @param until the last day it holds, inclusive, unless it is revoked before
 * @param origin where it came from
 * @param revocations what ends it early, in the order it was said
 */
public record StatusOverride(ObjectiveCode objective, Status status, String reason, String author, LocalDate from,
		LocalDate until, Origin origin, List<Revocation> revocations) {

	public StatusOverride {
		revocations = List.copyOf(revocations);
		if (until.isBefore(from)) {
			throw new IllegalArgumentException(
					"An override ends on or after its first day; found " + from + " to " + until);
		}
	}

	/** One that nobody has revoked. */
	public StatusOverride(ObjectiveCode objective, Status status, String reason, String author, LocalDate from,
			LocalDate until, Origin origin) {
		this(objective, status, reason, author, from, until, origin, List.of());
	}

	/** The override with all that is known of it today; empty when it holds on no day. */
	Optional<StatusOverride> inForce() {
		return asKnown((origin) -> true);
	}

	/** Whether it holds on the day by all that is known of it today. */
	boolean isInForceOn(LocalDate day) {
		return inForce().filter((each) -> each.holdsOn(day)).isPresent();
	}

	/**
	 * The override as it was known at the end of the day, with the last day that it was
	 * known to hold; empty when it was not known, or known to hold on no day.
	 */
	Optional<StatusOverride> asKnownOn(LocalDate knownOn) {
		return asKnown((origin) -> origin.isKnownOn(knownOn));
	}

	Optional<StatusOverride> asKnown(Predicate<Origin> isKnown) {
		List<Revocation> known = this.revocations.stream().filter((each) -> isKnown.test(each.origin())).toList();
		LocalDate last = lastDay(known);
		return (isKnown.test(this.origin) && !last.isBefore(this.from)) ? Optional.of(new StatusOverride(this.objective,
				this.status, this.reason, this.author, this.from, last, this.origin, known)) : Optional.empty();
	}

	/**
	 * The last day on which it holds by its revocations; the day before its first, or an
	 * earlier one, when it holds on none.
	 */
	public LocalDate lastDay() {
		return lastDay(this.revocations);
	}

	private LocalDate lastDay(List<Revocation> revoked) {
		return revoked.stream()
			.map((each) -> each.from().minusDays(1))
			.reduce(this.until, (one, other) -> one.isBefore(other) ? one : other);
	}

	StatusOverride withRevocations(Predicate<Revocation> wanted) {
		return new StatusOverride(this.objective, this.status, this.reason, this.author, this.from, this.until,
				this.origin, this.revocations.stream().filter(wanted).toList());
	}

	/** Whether it holds on the day; its first and last day are both included. */
	boolean holdsOn(LocalDate day) {
		return !day.isBefore(this.from) && !day.isAfter(this.until);
	}

	/** Whether the two would hold on a common day. */
	boolean overlaps(StatusOverride other) {
		return !this.from.isAfter(other.until) && !other.from.isAfter(this.until);
	}

	/** Whether the two differ in nothing but where they came from. */
	public boolean saysTheSameAs(StatusOverride other) {
		return equals(new StatusOverride(other.objective, other.status, other.reason, other.author, other.from,
				other.until, this.origin, this.revocations));
	}

}

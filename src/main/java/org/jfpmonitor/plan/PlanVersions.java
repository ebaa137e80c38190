package org.jfpmonitor.plan;

import java.time.LocalDate;
import java.util.Optional;

import org.jfpmonitor.plan.id.PlanId;

/** Every version of every edition of every plan that was ever configured. */
public interface PlanVersions {

	/** The plans as they are configured now. */
	Plans current();

	/**
	 * The plans as they were configured at the end of the day in London. For days before
	 * the first were recorded, the first.
	 */
	Plans knownOn(LocalDate day);

	/**
	 * The plan that has the edition, as it was configured at the end of the day in
	 * London; for days before it was first recorded, as it was then. Empty when no plan
	 * of that day has the edition.
	 */
	default Optional<PlanEditions> knownOn(PlanId edition, LocalDate day) {
		return knownOn(day).find(edition);
	}

	/**
	 * The version of the edition with the fingerprint; empty when there never was one.
	 */
	Optional<PlanVersion> ofFingerprint(PlanId edition, String fingerprint);

}

package org.jfpmonitor.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jfpmonitor.plan.id.PlanId;

/**
 * Plans that never were others.
 *
 * @param current they
 */
public record FixedPlans(Plans current) implements PlanVersions {

	/** The plan of the only edition. */
	public static PlanVersions of(PlanVersion only) {
		return new FixedPlans(Plans.only(PlanEditions.of(List.of(only))));
	}

	@Override
	public Plans knownOn(LocalDate day) {
		return this.current;
	}

	@Override
	public Optional<PlanVersion> ofFingerprint(PlanId edition, String fingerprint) {
		return this.current.find(edition)
			.flatMap(
					(plan) -> plan.all().stream().filter((each) -> each.fingerprint().equals(fingerprint)).findFirst());
	}

}

package org.jfpmonitor.access.plan;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.PlanVersions;
import org.jfpmonitor.plan.Plans;
import org.jfpmonitor.publication.address.PlanAddress;

/** Which plan an address is about. */
final class AddressedPlan {

	private AddressedPlan() {
	}

	/**
	 * The plan that the address names by any of its editions, or the only one there is;
	 * empty where it names none of several, or one that is not there.
	 */
	static Optional<PlanEditions> of(HttpServletRequest request, PlanVersions plans) {
		Plans now = plans.current();
		return PlanAddress.of(request).map(now::find).orElseGet(now::single);
	}

}

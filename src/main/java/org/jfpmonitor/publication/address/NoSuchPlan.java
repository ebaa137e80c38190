package org.jfpmonitor.publication.address;

import java.util.stream.Collectors;

import org.jfpmonitor.plan.PlanEditions;
import org.jfpmonitor.plan.Plans;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * Says that an address names no plan where there are several, or one that is not there,
 * and which there are.
 */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NoSuchPlan extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Refuses an address.
	 * @param named what it names, or null for nothing
	 * @param plans the plans that there are
	 */
	public NoSuchPlan(@Nullable String named, Plans plans) {
		super((named != null) ? "There is no plan \"" + named + "\". " + there(plans)
				: "Expected an address that names a plan, such as /plans/" + plans.all().get(0).id()
						+ "/, because this service has several; found none. " + there(plans));
	}

	private static String there(Plans plans) {
		return "There " + ((plans.all().size() == 1) ? "is " : "are ")
				+ plans.all().stream().map(PlanEditions::id).map(Object::toString).collect(Collectors.joining(", "))
				+ ": /plans lists them.";
	}

}

package org.jfpmonitor.publication.address;

import jakarta.servlet.http.HttpServletRequest;
import org.jfpmonitor.plan.PlanEditions;

/** Says who may see which plan, so that nobody is shown the name of another. */
@FunctionalInterface
public interface PlanReaders {

	/** Whether whoever sends this request may see the plan. */
	boolean include(HttpServletRequest request, PlanEditions plan);

}

/**
 * Where each objective stands, rolled up, with its reasons. The judgement is a plain
 * function of the plan and the evidence; every status carries the rule, figure, delivery
 * and line behind it.
 */
@ApplicationModule(displayName = "Assessment",
		allowedDependencies = { "calendar", "organisation", "plan", "plan :: *", "observation", "progress", "variation",
				"variation :: *", "chart", "store :: recent" })
@NullMarked
package org.jfpmonitor.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

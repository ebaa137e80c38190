/**
 * What the outside can see: the board and its report, the JSON interface and the metrics.
 * Nothing is decided here; every page, answer and number shows what the rooms above
 * found.
 */
@ApplicationModule(displayName = "Publication",
		allowedDependencies = { "calendar", "audit", "organisation", "plan", "plan :: *", "observation", "progress",
				"commentary", "extract", "extract :: *", "intake", "intake :: *", "variation", "variation :: *",
				"assessment", "assessment :: *", "notification", "notification :: *", "schedule", "chart", "store",
				"store :: recent" })
@NullMarked
package org.jfpmonitor.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

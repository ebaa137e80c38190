/**
 * The demonstration: on an empty database the made-up extracts of {@code config/demo} are
 * imported as if they had arrived month by month, so that a newcomer sees a year of a
 * plan at once.
 */
@ApplicationModule(displayName = "Demonstration",
		allowedDependencies = { "calendar", "extract", "extract :: *", "intake", "intake :: *", "schedule",
				"publication" })
@NullMarked
package org.jfpmonitor.demonstration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

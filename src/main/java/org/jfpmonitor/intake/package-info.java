/**
 * How an extract becomes observations, and what was refused and why. Layouts are data; a
 * new feed needs no Java. What one row says is aggregated while reading and is never
 * kept.
 */
@ApplicationModule(displayName = "Intake",
		allowedDependencies = { "calendar", "audit", "organisation", "plan", "plan :: *", "extract", "extract :: *",
				"observation", "progress", "commentary", "store" })
@NullMarked
package org.jfpmonitor.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

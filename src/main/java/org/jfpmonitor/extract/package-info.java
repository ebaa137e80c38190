/**
 * How one file is read: recognised by its layout, turned into figures and reports while
 * streaming, and checked. Knows nothing of deliveries or of the store; what a row says is
 * aggregated and never kept.
 */
@ApplicationModule(displayName = "Extract",
		allowedDependencies = { "calendar", "organisation", "plan", "plan :: *", "observation", "progress" })
@NullMarked
package org.jfpmonitor.extract;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

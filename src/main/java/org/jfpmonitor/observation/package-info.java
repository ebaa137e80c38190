/**
 * What was measured. Figures are only ever added; a correction is a new revision of the
 * same cell, and the earlier one is kept.
 */
@ApplicationModule(displayName = "Observations",
		allowedDependencies = { "calendar", "organisation", "plan", "plan :: *" })
@NullMarked
package org.jfpmonitor.observation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

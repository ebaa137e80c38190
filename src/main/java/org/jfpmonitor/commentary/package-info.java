/**
 * What people write beside the figures: comments on an objective or a measure for a
 * month, and annotations of a chart. Every version is kept, with its author and time; two
 * who write at once are told of each other.
 */
@ApplicationModule(displayName = "Commentary",
		allowedDependencies = { "calendar", "plan", "plan :: *", "observation", "progress" })
@NullMarked
package org.jfpmonitor.commentary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

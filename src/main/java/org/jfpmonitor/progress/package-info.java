/**
 * What people report beside the figures: milestone progress, the positions the
 * organisation published, and overrides. Reports are only ever added; a withdrawal is a
 * later report.
 */
@ApplicationModule(displayName = "Progress", allowedDependencies = { "calendar", "plan", "plan :: *", "observation" })
@NullMarked
package org.jfpmonitor.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

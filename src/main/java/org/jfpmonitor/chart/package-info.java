/**
 * How a series is drawn, as SVG and as PNG: points, limits, required values and their
 * labels.
 */
@ApplicationModule(displayName = "Chart",
		allowedDependencies = { "calendar", "plan", "plan :: *", "variation", "variation :: *" })
@NullMarked
package org.jfpmonitor.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What was promised: ambitions, objectives, measures, targets with the path to each,
 * milestones and feeds, read from YAML or refused whole. The written form stays inside
 * this room; the others see {@code Plan} and what it holds.
 */
@ApplicationModule(displayName = "Plan", allowedDependencies = { "calendar", "organisation" })
@NullMarked
package org.jfpmonitor.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

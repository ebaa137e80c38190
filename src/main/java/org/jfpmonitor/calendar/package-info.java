/**
 * Which period a figure belongs to, and what day it is. Everything that depends on a date
 * asks this room; nothing else reads the clock.
 */
@ApplicationModule(displayName = "Calendar", allowedDependencies = {})
@NullMarked
package org.jfpmonitor.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

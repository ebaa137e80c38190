/**
 * Everything that happens unasked, and when, on one page: the timetable. A run imports
 * what lies in the inbox, assesses the plan and sends what is to be told.
 */
@ApplicationModule(displayName = "Schedule",
		allowedDependencies = { "calendar", "audit", "plan", "plan :: *", "extract", "extract :: *", "intake",
				"intake :: *", "assessment", "assessment :: *", "notification", "notification :: *", "store" })
@NullMarked
package org.jfpmonitor.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Who is told of a change, once, by mail. What is to be told is written in the same
 * transaction as the change and sent afterwards, as often as it takes.
 */
@ApplicationModule(displayName = "Notification",
		allowedDependencies = { "calendar", "organisation", "plan", "plan :: *", "observation", "progress",
				"commentary", "extract", "extract :: *", "intake", "intake :: *", "variation", "variation :: *",
				"chart", "assessment", "assessment :: *" })
@NullMarked
package org.jfpmonitor.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What can be asked of the program from a shell: one-shot commands with their exit codes,
 * for cron and for people.
 */
@ApplicationModule(displayName = "Commands",
		allowedDependencies = { "calendar", "organisation", "plan", "plan :: *", "extract", "extract :: *", "intake",
				"intake :: *", "schedule", "publication", "notification", "notification :: *", "access", "access :: *",
				"store", "store :: *" })
@NullMarked
package org.jfpmonitor.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

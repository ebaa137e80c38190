/**
 * Who may see and do what. The settings decide whether reading is open on the machine
 * itself; every write, and otherwise everything but health and sign-in, needs a
 * configured user or, for the scrape, a token. No header makes anybody near.
 */
@ApplicationModule(displayName = "Access",
		allowedDependencies = { "audit", "plan", "plan :: id", "publication :: address", "publication :: page" })
@NullMarked
package org.jfpmonitor.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

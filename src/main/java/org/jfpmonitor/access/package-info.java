/**
 * Who may see and do what. On the machine itself reading is open; every write, and
 * everything but health from anywhere else, needs a configured user or, for the scrape, a
 * token.
 */
@ApplicationModule(displayName = "Access", allowedDependencies = {})
@NullMarked
package org.jfpmonitor.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

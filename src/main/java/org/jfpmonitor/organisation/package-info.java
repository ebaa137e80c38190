/**
 * Who is measured: organisations with their codes, names, valid dates and successors,
 * read from {@code organisations.yaml} by the room of the plan, like the other files that
 * people write. The code, never the name, is the key.
 */
@ApplicationModule(displayName = "Organisations", allowedDependencies = { "calendar" })
@NullMarked
package org.jfpmonitor.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

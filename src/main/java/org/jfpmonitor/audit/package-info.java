/**
 * Who did what, when and from where: sign-ins, what people send and set, and under which
 * rules of access the service ran. Entries are only added; the database refuses to change
 * one.
 */
@ApplicationModule(displayName = "Audit", allowedDependencies = {})
@NullMarked
package org.jfpmonitor.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

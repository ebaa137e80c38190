/**
 * The names that plan, files and database know things by, each a type of its own.
 */
@NamedInterface("id")
@NullMarked
package org.jfpmonitor.plan.id;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * How the files that people write become a plan, or a list of every fault in them.
 */
@NamedInterface("reading")
@NullMarked
package org.jfpmonitor.plan.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

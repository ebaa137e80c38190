/**
 * An import: one file after the other, in the order of arrival, under one lock.
 */
@NamedInterface("run")
@NullMarked
package org.jfpmonitor.intake.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
